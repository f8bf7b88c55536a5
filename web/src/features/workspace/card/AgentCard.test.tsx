import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { queries } from "@/api/queries";
import type { AgentView } from "@/api/views";
import { speak } from "@/i18n";
import { LiveContext } from "@/live/hooks";
import { LiveStore } from "@/live/store";
import { agent, offer } from "@/testing/made";
import { useFakeSockets } from "@/testing/socket";
import { AgentCard } from "./AgentCard";

const asked: string[] = [];

function show(of: AgentView) {
  const store = new LiveStore("ws://ringback/api/v1/live");
  const drawn = (shown: AgentView) => (
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <LiveContext value={store}>
          <AgentCard agent={shown} />
        </LiveContext>
      </QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(drawn(of));
  return (next: AgentView) => {
    rerender(drawn(next));
  };
}

beforeEach(() => {
  useFakeSockets();
  void speak("en");
  localStorage.clear();
  asked.length = 0;
  // The server's answer never comes: what is shown then is what nobody has confirmed.
  vi.stubGlobal("fetch", (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return new Promise<Response>(() => undefined);
  });
});

describe("the card", () => {
  it("answers once, and shows nothing as done before the server says so", async () => {
    show(agent({ condition: "ringing", offer: offer() }));
    const callBack = screen.getByRole("button", { name: /Call back/ });

    fireEvent.click(callBack);
    const waiting = await screen.findByRole<HTMLButtonElement>("button", { name: /One moment/ });
    fireEvent.click(waiting);
    fireEvent.keyDown(document.body, { key: "Enter" });

    expect(waiting.disabled).toBe(true);
    expect(screen.queryByText(/In conversation/)).toBeNull();
    expect(asked).toEqual(["POST /api/v1/offers/offer1/accept"]);
  });

  it("is declined by the key D, but not while somebody types", async () => {
    show(agent({ condition: "ringing", offer: offer({ id: "offer2" }) }));
    const field = document.body.appendChild(document.createElement("input"));

    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.keyDown(document.body, { key: "D" });
    await screen.findByRole("button", { name: /Declining/ });

    expect(asked).toEqual(["POST /api/v1/offers/offer2/decline"]);
    field.remove();
  });

  it("takes no single keys once they are switched off", () => {
    localStorage.setItem("ringback-shortcuts", "false");
    show(agent({ condition: "ringing", offer: offer({ id: "offer3" }) }));

    fireEvent.keyDown(document.body, { key: "Enter" });

    expect(asked).toEqual([]);
  });

  it("has no button to call back where only the outside phone can accept", () => {
    show(agent({ phone: "outside", condition: "ringing", offer: offer() }));

    expect(screen.queryByRole("button", { name: /Call back/ })).toBeNull();
    expect(screen.getByText(/press 1/)).toBeTruthy();
  });

  it("keeps one place through all its states", () => {
    const next = show(agent());
    const card = screen.getByRole("region", { name: "Your calls" });

    next(agent({ condition: "ringing", offer: offer() }));
    expect(card.textContent).toContain("Marie Dupont");
    expect(screen.getByRole("alert").textContent).toContain("Callback Request, Marie Dupont");
    next(agent({ condition: "ringing", offer: offer({ state: "accepted" }) }));
    expect(card.textContent).toContain("Your phone is being connected");
    next(agent({ condition: "do-not-disturb", status: "do-not-disturb" }));

    expect(screen.getByRole("region", { name: "Your calls" })).toBe(card);
    expect(screen.getByRole("button", { name: "Become available" })).toBeTruthy();
  });
});
