// What holds for every number of the company: plan, enrolment, and what follows unanswered offers.

import { Group, Text } from "@mantine/core";
import { useWords } from "@/i18n/words";
import { StateBadge } from "@/ui/StateBadge";
import { NumberSetting } from "../fields/NumberSetting";
import { ReasonsSetting } from "../fields/ReasonsSetting";
import { Section } from "../fields/Section";
import { SwitchSetting } from "../fields/SwitchSetting";
import { useSheet } from "../sheet";

export function CompanySection() {
  const t = useWords();
  const { wanted, mayChange, mayChangeAccount } = useSheet();
  const { plan } = wanted.account;
  return (
    <Section
      id="company"
      title={t("numbers:company.title")}
      words={[t("numbers:company.words"), mayChange && !mayChangeAccount ? t("numbers:company.owner") : ""].join(" ").trim()}
    >
      <Group gap="sm">
        <Text size="sm" fw={550}>
          {t("numbers:company.plan")}
        </Text>
        <StateBadge tone={plan === "essentials" ? "waiting" : "talking"}>
          {t(plan === "essentials" ? "numbers:company.essentials" : "numbers:company.professional")}
        </StateBadge>
        <Text size="sm" c="dimmed">
          {t(plan === "essentials" ? "numbers:company.essentials_words" : "numbers:company.professional_words")}
        </Text>
      </Group>
      {plan !== "essentials" && (
        <SwitchSetting path="account enrolled" label={t("numbers:company.enrolled")} help={t("numbers:company.enrolled_help")} />
      )}
      <NumberSetting path="account ring_outs_in_row_max" label={t("numbers:company.ring_outs")} help={t("numbers:company.ring_outs_help")} />
      <ReasonsSetting path="account away_reasons" label={t("numbers:company.away")} help={t("numbers:company.away_help")} />
      <NumberSetting path="account failures_in_row_max" label={t("numbers:company.failures")} help={t("numbers:company.failures_help")} />
    </Section>
  );
}
