// Conversations: with whom there was something last, and beside it all that went on with one of them.

import { useNavigate } from "@tanstack/react-router";
import type { AgentView } from "@/api/views";
import { useWords } from "@/i18n/words";
import { Empty } from "@/ui/Empty";
import type { WorkspaceSearch } from "../search";
import { ConversationList } from "./ConversationList";
import classes from "./Conversations.module.css";
import { Filters } from "./Filters";
import { OpenConversation } from "./OpenConversation";

interface Props {
  agent: AgentView;
  search: WorkspaceSearch;
}

export function Conversations({ agent, search }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const { contact } = search;
  return (
    <div className={classes.frame}>
      <div className={classes.panes} data-open={contact !== undefined}>
        <div className={classes.list}>
          <Filters
            search={search}
            choose={(chosen) => void navigate({ to: "/workspace", search: { ...search, ...chosen }, replace: true, resetScroll: false })}
          />
          <ConversationList agent={agent} search={search} />
        </div>
        <div className={classes.open}>
          {contact === undefined ? (
            <Empty title={t("conversations:choose_title")} words={t("conversations:choose_words")} />
          ) : (
            <OpenConversation key={contact} agent={agent} contactId={contact} search={search} />
          )}
        </div>
      </div>
    </div>
  );
}
