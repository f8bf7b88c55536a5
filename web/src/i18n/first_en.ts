// The English words that sign-in and the Workspace need, loaded before anything is drawn.

import common from "./en/common.json";
import domain from "./en/domain.json";
import sign_in from "./en/sign_in.json";
import workspace from "./en/workspace.json";

export const words = { common, domain, sign_in, workspace };
