// The first page: sign in, create the first owner, enter the demo, or give the server's token.

import { Box, Center, Loader, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { readSetup, type Setup } from "@/api/session";
import { LANGUAGES, language, speak } from "@/i18n";
import { useWords } from "@/i18n/words";
import { Problem } from "@/ui/Problem";
import { CreateOwner } from "./CreateOwner";
import { CredentialsForm } from "./CredentialsForm";
import classes from "./SignIn.module.css";

interface Props {
  onSignedIn: () => void;
}

export function SignInScreen({ onSignedIn }: Props) {
  const t = useWords();
  const setup = useQuery({ queryKey: ["setup"], queryFn: readSetup, staleTime: Infinity });
  useDocumentTitle(`${t("sign_in:title")} · Ringback`);
  return (
    <Center component="main" className={classes.page}>
      <Stack className={classes.card} gap="lg">
        <Stack gap={4} align="center">
          <img src="/favicon.ico" alt="" width={44} height={44} />
          <Title order={1} className={classes.brand}>
            {t("app.name")}
          </Title>
          <Text c="dimmed" size="sm">
            {t("app.tagline")}
          </Text>
        </Stack>
        <Box className={classes.form}>
          {setup.isPending && (
            <Center py="xl">
              <Loader size="sm" />
            </Center>
          )}
          <Problem error={setup.error} retry={() => void setup.refetch()} />
          {setup.data !== undefined && <FormFor setup={setup.data} onSignedIn={onSignedIn} />}
        </Box>
        <SegmentedControl
          size="xs"
          mx="auto"
          aria-label={t("user.language")}
          value={language()}
          onChange={(wanted) => {
            void speak(wanted);
          }}
          data={LANGUAGES.map((value) => ({ value, label: t(`user.language_${value}`) }))}
        />
      </Stack>
    </Center>
  );
}

function FormFor({ setup, onSignedIn }: Props & { setup: Setup }) {
  if (setup.needed) return <CreateOwner onSignedIn={onSignedIn} />;
  return <CredentialsForm demo={setup.demo} onSignedIn={onSignedIn} />;
}
