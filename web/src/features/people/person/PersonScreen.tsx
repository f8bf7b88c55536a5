// One person: their account, what they are on the phone, teams, numbers, and access.

import { Anchor, Group, Text } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useMay, useSession } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { Sessions } from "@/ui/Sessions";
import { GuardedParts } from "@/ui/sheet/LeaveGuard";
import classes from "../People.module.css";
import { ConditionOf, StateOfPerson } from "../badges";
import { outranks, peopleOf, type Person } from "../people";
import { useFreshPeople, useTeamsAndLines, useUsers, type LineView, type TeamView } from "../queries";
import { AccountPanel, NoAccountPanel } from "./AccountPanel";
import { AgentPanel } from "./AgentPanel";
import { NumbersPanel } from "./NumbersPanel";
import { SecurityPanel } from "./SecurityPanel";
import { TeamsPanel } from "./TeamsPanel";

const WIDTH = 780;
const NOBODY = [] as const;

export const UserScreen = () => <PersonScreen id={useParams({ from: "/people/users/$userId" }).userId} />;
export const AgentScreen = () => <PersonScreen id={useParams({ from: "/people/agents/$agentId" }).agentId} />;

function PersonScreen({ id }: { id: string }) {
  const t = useWords();
  const mayManage = useMay("users.manage");
  const users = useUsers(mayManage);
  const [teams, lines] = useTeamsAndLines();
  const agents = useLive((live) => live.agents);
  const isLive = useLive((live) => live.dataAt !== null);
  useFreshPeople();
  const failed = [users, teams, lines].find(({ error }) => error !== null);
  const isLoaded = isLive && teams.data !== undefined && lines.data !== undefined && (!mayManage || users.data !== undefined);
  const people = peopleOf(users.data ?? NOBODY, agents.values(), teams.data ?? NOBODY);
  const person = people.find((each) => each.id === id || (each.agent?.id === id && each.user === null)) ?? people.find(({ agent }) => agent?.id === id);
  if (!isLoaded || person === undefined) {
    return (
      <Screen title={t("nav.people")} width={WIDTH}>
        {failed !== undefined ? (
          <Problem error={failed.error} title={t("problem.load_title")} retry={() => void failed.refetch()} />
        ) : isLoaded ? (
          <Empty title={t("people:person.unknown_title")} words={t("people:person.unknown_words")}>
            <Anchor component={Link} to="/people">
              {t("people:person.back")}
            </Anchor>
          </Empty>
        ) : (
          <LoadingRows rows={4} height={120} />
        )}
      </Screen>
    );
  }
  return (
    <GuardedParts key={person.id}>
      <Settings person={person} people={people} teams={teams.data ?? NOBODY} lines={lines.data ?? NOBODY} />
    </GuardedParts>
  );
}

interface Props {
  person: Person;
  people: readonly Person[];
  teams: readonly TeamView[];
  lines: readonly LineView[];
}

function Settings({ person, people, teams, lines }: Props) {
  const t = useWords();
  const { session } = useSession();
  const mayManage = useMay("users.manage");
  const maySet = useMay("settings.change");
  const { user, agent, name } = person;
  const isAbove = user !== null && outranks(user.role, session.user.role);
  return (
    <Screen
      title={name}
      width={WIDTH}
      beside={
        <Group gap="xs">
          <StateOfPerson person={person} />
          {agent !== null && <ConditionOf agent={agent} />}
        </Group>
      }
    >
      <Link to="/people" className={classes.back}>
        <IconChevronLeft size={16} aria-hidden />
        {t("people:person.back")}
      </Link>
      {(isAbove || !maySet) && (
        <Text size="sm" className={classes.note}>
          {t(isAbove ? "people:person.owner_only" : "people:person.read_only")}
        </Text>
      )}
      {user !== null && <AccountPanel user={user} people={people} teams={teams} lines={lines} mayChange={!isAbove} />}
      {user === null && mayManage && <NoAccountPanel person={person} people={people} />}
      {agent !== null && <AgentPanel agent={agent} mayChange={maySet} />}
      {agent !== null && <TeamsPanel agent={agent} teams={teams} mayChange={maySet} />}
      {agent !== null && <NumbersPanel agent={agent} teams={teams} lines={lines} mayChange={maySet} />}
      {user !== null && <SecurityPanel person={person} user={user} mayChange={!isAbove} />}
      {user !== null && user.sessions > 0 && user.id !== session.user.id && (
        <Panel title={t("people:sessions.title", { name })}>
          <Sessions userId={user.id} />
        </Panel>
      )}
    </Screen>
  );
}
