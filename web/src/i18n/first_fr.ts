// The French words that sign-in and the Workspace need, loaded before anything is drawn.

import common from "./fr/common.json";
import domain from "./fr/domain.json";
import sign_in from "./fr/sign_in.json";
import workspace from "./fr/workspace.json";

export const words = { common, domain, sign_in, workspace };
