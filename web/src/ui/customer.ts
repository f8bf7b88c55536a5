// How a customer is called: by name, else by number, else as somebody withheld or unknown.

import { useTranslation } from "react-i18next";
import type { CustomerView } from "@/api/views";
import { phoneNumber } from "@/i18n/format";

export function useCustomerName(): (customer: CustomerView) => string {
  const { t } = useTranslation();
  return ({ name, number, withheld }) => {
    if (withheld) return t("customer.withheld");
    if (name !== null) return name;
    return number === null ? t("customer.unknown") : phoneNumber(number);
  };
}
