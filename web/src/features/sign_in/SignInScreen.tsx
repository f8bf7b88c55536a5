// The first page: sign in, create the first owner, enter the demo, or give the server's token.

import { Center, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readSetup, type Setup } from "@/api/session";
import { FrontPage } from "@/ui/FrontPage";
import { Problem } from "@/ui/Problem";
import { CreateOwner } from "./CreateOwner";
import { CredentialsForm } from "./CredentialsForm";

interface Props {
  onSignedIn: () => void;
}

export function SignInScreen({ onSignedIn }: Props) {
  const { t } = useTranslation("sign_in");
  const setup = useQuery({ queryKey: ["setup"], queryFn: readSetup, staleTime: Infinity });
  return (
    <FrontPage title={t("title")}>
      {setup.isPending && (
        <Center py="xl">
          <Loader size="sm" />
        </Center>
      )}
      <Problem error={setup.error} retry={() => void setup.refetch()} />
      {setup.data !== undefined && <FormFor setup={setup.data} onSignedIn={onSignedIn} />}
    </FrontPage>
  );
}

function FormFor({ setup, onSignedIn }: Props & { setup: Setup }) {
  if (setup.needed) return <CreateOwner onSignedIn={onSignedIn} />;
  return <CredentialsForm demo={setup.demo} onSignedIn={onSignedIn} />;
}
