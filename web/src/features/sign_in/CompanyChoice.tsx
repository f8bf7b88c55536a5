// The choice of a company, for who has the same password in several; loaded when it is needed.

import { Select } from "@mantine/core";

export interface Company {
  id: string;
  name: string;
}

interface Props {
  label: string;
  description: string;
  companies: Company[];
  company: string;
  put: (id: string) => void;
}

export function CompanyChoice({ label, description, companies, company, put }: Props) {
  return (
    <Select
      required
      autoFocus
      allowDeselect={false}
      label={label}
      description={description}
      data={companies.map(({ id, name }) => ({ value: id, label: name }))}
      value={company === "" ? null : company}
      onChange={(id) => {
        put(id ?? "");
      }}
    />
  );
}
