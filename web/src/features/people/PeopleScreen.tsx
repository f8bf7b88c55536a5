// Everybody: users with what they are on the phone, and agents who have no account.

import { Avatar, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMay, useSession } from "@/api/useSession";
import { useWords } from "@/i18n/words";
import { useLive } from "@/live/hooks";
import { Empty } from "@/ui/Empty";
import { LoadingRows } from "@/ui/LoadingRows";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { Screen } from "@/ui/Screen";
import { AddUser } from "./AddUser";
import { Filters } from "./Filters";
import classes from "./People.module.css";
import { PeopleTabs } from "./PeopleTabs";
import { ConditionOf, FactorOfPerson, PHONE_ICONS, StateOfPerson } from "./badges";
import { fits, peopleOf, readPeopleSearch, withoutNothing, type Person, type PeopleSearch } from "./people";
import { useFreshPeople, useTeams, useUsers } from "./queries";

const NOBODY = [] as const;

export function PeopleScreen() {
  const t = useWords();
  const mayManage = useMay("users.manage");
  const [adding, { open: add, close: stopAdding }] = useDisclosure(false);
  const users = useUsers(mayManage);
  const teams = useTeams();
  const agents = useLive((live) => live.agents);
  const search = readPeopleSearch(useSearch({ from: "/people" }) as Record<string, unknown>);
  const navigate = useNavigate();
  useFreshPeople();
  const choose = (wanted: PeopleSearch) => void navigate({ to: "/people", search: withoutNothing(wanted), replace: true });
  const everybody = peopleOf(users.data ?? NOBODY, agents.values(), teams.data ?? NOBODY);
  const found = everybody.filter((person) => fits(person, search));
  const isPending = teams.isPending || (mayManage && users.isPending);
  return (
    <Screen
      title={t("nav.people")}
      beside={
        mayManage && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={add}>
            {t("people:list.add")}
          </Button>
        )
      }
    >
      <PeopleTabs shown="users" />
      {!mayManage && (
        <Text size="sm" className={classes.note}>
          {t("people:list.read_only")}
        </Text>
      )}
      <Filters search={search} choose={choose} teams={teams.data ?? NOBODY} mayManage={mayManage} />
      <Problem error={users.error ?? teams.error} title={t("problem.load_title")} retry={() => void Promise.all([users.refetch(), teams.refetch()])} />
      {isPending && <LoadingRows height={56} />}
      {!isPending && (
        <Panel title={t("people:list.title", { count: found.length })}>
          {found.length === 0 && (
            <Empty title={t("people:list.none_title")} words={t("people:list.none_words")}>
              <Button
                variant="default"
                onClick={() => {
                  choose({});
                }}
              >
                {t("people:list.clear")}
              </Button>
            </Empty>
          )}
          <ul className={classes.people}>
            {found.map((person) => (
              <Row key={person.id} person={person} />
            ))}
          </ul>
        </Panel>
      )}
      <AddUser opened={adding} close={stopAdding} people={everybody} />
    </Screen>
  );
}

function Row({ person }: { person: Person }) {
  const t = useWords();
  const { session } = useSession();
  const { user, agent, teams } = person;
  const Phone = agent === null ? null : PHONE_ICONS[agent.phone];
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <Avatar aria-hidden size={34} radius="xl" name={person.name} color="gray" styles={QUIET} />
        <div className={classes.names}>
          {user === null ? (
            <Link to="/people/agents/$agentId" params={{ agentId: person.id }} className={classes.name}>
              {person.name}
            </Link>
          ) : (
            <Link to="/people/users/$userId" params={{ userId: user.id }} className={classes.name}>
              {person.name}
            </Link>
          )}
          {user?.id === session.user.id && (
            <Text span size="sm" c="dimmed">
              {" "}
              · {t("people:list.you")}
            </Text>
          )}
          {user !== null && (
            <Text size="sm" c="dimmed" truncate>
              {user.email}
            </Text>
          )}
        </div>
      </div>
      <div className={classes.states}>
        {user !== null && <Text size="sm">{t(`user.role_${user.role}`)}</Text>}
        <StateOfPerson person={person} />
        <FactorOfPerson person={person} />
      </div>
      <Text size="sm" c={teams.length === 0 ? "dimmed" : undefined}>
        {agent === null ? "" : teams.length === 0 ? t("people:teams_of.none") : teams.map(({ settings }) => settings.name).join(", ")}
      </Text>
      <Group gap="xs">
        {agent === null || Phone === null ? (
          <Text size="sm" c="dimmed">
            {t("people:list.no_calls")}
          </Text>
        ) : (
          <>
            <ConditionOf agent={agent} />
            <Group gap={4} wrap="nowrap">
              <Phone size={15} stroke={1.7} aria-hidden />
              <Text size="sm" c="dimmed">
                {t(`people:phone.${agent.phone}`)}
              </Text>
            </Group>
          </>
        )}
      </Group>
    </li>
  );
}

const QUIET = { placeholder: { color: "var(--state-waiting)", background: "var(--state-waiting-tint)" } } as const;
