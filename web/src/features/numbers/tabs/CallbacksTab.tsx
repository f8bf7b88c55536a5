// Settings > Callbacks: who may ask, what becomes of it, what callers hear, and where we may call.

import { Alert, MultiSelect, Stack, Switch, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { useCountries } from "@/ui/countries";
import { ChoiceSetting } from "../fields/ChoiceSetting";
import { Field } from "../fields/Field";
import { MessageSetting } from "../fields/MessageSetting";
import { NumberSetting } from "../fields/NumberSetting";
import { Section } from "../fields/Section";
import { SwitchSetting } from "../fields/SwitchSetting";
import classes from "../Numbers.module.css";
import { boundsOf, useSetting, useSheet } from "../sheet";
import { CancelPending } from "./CancelPending";
import { CompanySection } from "./CompanySection";
import { OfferSection } from "./OfferSection";

type Mode = "off" | "manual" | "automated";
const MODE = "line callbacks mode";

export function CallbacksTab() {
  const { value: mode } = useSetting<Mode>(MODE);
  return (
    <Stack gap="lg">
      <RequestSection />
      {mode !== "off" && (
        <>
          {mode === "automated" && <AttemptsSection />}
          <OfferSection />
          <HeardSection />
          <CallSection />
          <PolicySection />
        </>
      )}
      <CompanySection />
    </Stack>
  );
}

function RequestSection() {
  const t = useWords();
  const { value: mode, set, disabled, isChanged } = useSetting<Mode>(MODE);
  return (
    <Section id="requests" title={t("numbers:callbacks.requests")}>
      <div className={classes.field} data-changed={isChanged}>
        <Switch
          label={t("numbers:callbacks.allow")}
          description={t("numbers:callbacks.allow_help")}
          checked={mode !== "off"}
          disabled={disabled}
          onChange={(event) => {
            set(event.currentTarget.checked ? "automated" : "off");
          }}
        />
      </div>
      <CancelPending />
      {mode !== "off" && (
        <ChoiceSetting
          path={MODE}
          label={t("numbers:callbacks.mode")}
          choices={[
            {
              value: "automated",
              label: t("numbers:callbacks.automated"),
              help: t("numbers:callbacks.automated_help"),
              recommended: true,
            },
            { value: "manual", label: t("numbers:callbacks.manual"), help: t("numbers:callbacks.manual_help") },
          ]}
        />
      )}
    </Section>
  );
}

function AttemptsSection() {
  const t = useWords();
  const { value: retries } = useSetting<number | string>("line callbacks retries");
  const { value: whenBusy } = useSetting<string>("line callbacks when_busy");
  const known = typeof retries === "number";
  return (
    <Section id="attempts" title={t("numbers:callbacks.attempts")}>
      <div>
        <NumberSetting path="line callbacks retries" label={t("numbers:callbacks.retries")} help={t("numbers:callbacks.retries_help")} />
        {known && (
          <Text size="sm" mt={6} className="figures" aria-live="polite">
            {t("numbers:callbacks.attempts_in_all", { retries: t("numbers:callbacks.retry", { count: retries }), attempts: t("numbers:callbacks.attempt", { count: retries + 1 }) })}
          </Text>
        )}
        {known && retries > 0 && (
          <Alert mt="sm" variant="outline" color="gray" className={classes.note} icon={<IconInfoCircle aria-hidden />}>
            {t(whenBusy === "fail" ? "numbers:callbacks.used_up_fail" : "numbers:callbacks.used_up")}
          </Alert>
        )}
      </div>
      <ChoiceSetting
        path="line callbacks when_busy"
        label={t("numbers:callbacks.when_busy")}
        help={t("numbers:callbacks.when_busy_help")}
        choices={[
          {
            value: "wait",
            label: t("numbers:callbacks.busy_wait"),
            help: t("numbers:callbacks.busy_wait_help"),
            recommended: true,
            details: (
              <NumberSetting
                path="line callbacks busy_wait_minutes"
                label={t("numbers:callbacks.busy_minutes")}
                help={t("numbers:callbacks.busy_minutes_help")}
                unit=" min"
              />
            ),
          },
          { value: "follow-step", label: t("numbers:callbacks.busy_follow"), help: t("numbers:callbacks.busy_follow_help") },
          { value: "fail", label: t("numbers:callbacks.busy_fail"), help: t("numbers:callbacks.busy_fail_help") },
        ]}
      />
      <SwitchSetting path="line callbacks respect_queuing_time" label={t("numbers:callbacks.respect")} help={t("numbers:callbacks.respect_help")} />
      <NumberSetting path="line callbacks age_max_hours" label={t("numbers:callbacks.age")} help={t("numbers:callbacks.age_help")} unit=" h" step={0.5} least={1} />
      <NumberSetting path="line callbacks settling_seconds" label={t("numbers:callbacks.settling")} help={t("numbers:callbacks.settling_help")} unit=" s" />
    </Section>
  );
}

function HeardSection() {
  const t = useWords();
  return (
    <Section id="heard" title={t("numbers:callbacks.heard")} words={t("numbers:callbacks.heard_words")}>
      <MessageSetting path="line callbacks confirmation_prompt" label={t("numbers:callbacks.confirmation")} help={t("numbers:callbacks.confirmation_help")} ready={["confirmation"]} />
      <MessageSetting path="line cannot_call_back_prompt" label={t("numbers:callbacks.cannot")} help={t("numbers:callbacks.cannot_help")} ready={["cannot_call_back"]} />
      <MessageSetting path="line apology_prompt" label={t("numbers:callbacks.apology")} help={t("numbers:callbacks.apology_help")} ready={["apology_not_stored"]} />
    </Section>
  );
}

function CallSection() {
  const t = useWords();
  return (
    <Section id="call" title={t("numbers:callbacks.call")}>
      <NumberSetting path="line callbacks customer_ring_seconds" label={t("numbers:callbacks.ring")} help={t("numbers:callbacks.ring_help")} unit=" s" />
      <SwitchSetting path="line callbacks whisper" label={t("numbers:callbacks.whisper")} help={t("numbers:callbacks.whisper_help")} />
      <MessageSetting
        path="line callbacks announcement_prompt"
        label={t("numbers:callbacks.announcement")}
        help={t("numbers:callbacks.announcement_help")}
        ready={["may_be_recorded"]}
        none={t("sound:message.none")}
      />
      <ChoiceSetting
        path="line callbacks when_customer_calls"
        label={t("numbers:callbacks.calls_in")}
        help={t("numbers:callbacks.calls_in_help")}
        choices={(["keep", "give-place", "cancel"] as const).map((value) => ({
          value,
          label: t(`numbers:callbacks.calls_in_${value}`),
          help: t(`numbers:callbacks.calls_in_${value}_help`),
        }))}
      />
      <SwitchSetting path="line callbacks ring_who_tried" label={t("numbers:callbacks.who_tried")} help={t("numbers:callbacks.who_tried_help")} />
    </Section>
  );
}

function PolicySection() {
  const t = useWords();
  const format = useFormat();
  const { line } = useSheet();
  const countries = useCountries();
  const { value, set, disabled, problem } = useSetting<string[]>("line dialling countries");
  const own = countries.find((each) => each.value === line.settings.country)?.label ?? line.settings.country;
  return (
    <Section id="policy" title={t("numbers:callbacks.policy")} words={t("numbers:callbacks.policy_words")}>
      <Field path="line dialling countries" told={own}>
        <MultiSelect
          searchable
          clearable
          label={t("numbers:callbacks.countries")}
          description={t("numbers:callbacks.countries_help", { country: own })}
          placeholder={value.length === 0 ? own : undefined}
          nothingFoundMessage={t("numbers:nothing_found")}
          clearButtonProps={{ "aria-label": t("numbers:clear") }}
          data={countries}
          value={value}
          onChange={set}
          disabled={disabled}
          error={problem}
          limit={60}
        />
      </Field>
      <NumberSetting path="line dialling customer_day_max" label={t("numbers:callbacks.day_max")} help={t("numbers:callbacks.day_max_help")} />
      <NumberSetting path="line dialling line_hour_max" label={t("numbers:callbacks.hour_max")} help={t("numbers:callbacks.hour_max_help")} />
      <Text size="sm" c="dimmed">
        {t("numbers:callbacks.never", { n: format.number(boundsOf("line dialling customer_day_max").maximum ?? 0) })}
      </Text>
    </Section>
  );
}
