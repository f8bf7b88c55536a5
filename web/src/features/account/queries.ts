// What people ask and change of their own access.

import { useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type NewSecondFactor = Schemas["NewSecondFactorView"];
export type Language = Schemas["NewLanguage"]["language"];

export const FACTOR = ["second-factor"] as const;
export const SESSION = ["session"] as const;

export const useSecondFactor = () =>
  useQuery({ queryKey: FACTOR, queryFn: () => ask(api.GET("/api/v1/two-factor")) });

export const changePassword = (body: Schemas["NewPassword"]) => ask(api.PUT("/api/v1/session/password", { body }));

export const changeLanguage = (language: Language) => ask(api.PUT("/api/v1/session/language", { body: { language } }));

export const ringOn = (agentId: string, body: Schemas["RingsOn"]) =>
  ask(api.PUT("/api/v1/agents/{agent_id}/rings-on", { params: { path: { agent_id: agentId } }, body }));

export const beginSecondFactor = (password: string) => ask(api.POST("/api/v1/two-factor", { body: { password } }));

export const confirmSecondFactor = (code: string) => ask(api.POST("/api/v1/two-factor/confirm", { body: { code } }));

export const renewRecoveryCodes = (password: string) =>
  ask(api.POST("/api/v1/two-factor/recovery-codes", { body: { password } }));

export const removeSecondFactor = (password: string) => ask(api.POST("/api/v1/two-factor/remove", { body: { password } }));
