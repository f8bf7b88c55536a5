// All words, by language and namespace. A feature brings one namespace, named like its folder.

import accountEn from "./en/account.json";
import analyticsEn from "./en/analytics.json";
import boothEn from "./en/booth.json";
import chartsEn from "./en/charts.json";
import checklistEn from "./en/checklist.json";
import calendarEn from "./en/calendar.json";
import conversationsEn from "./en/conversations.json";
import commonEn from "./en/common.json";
import domainEn from "./en/domain.json";
import errorsEn from "./en/errors.json";
import flowEn from "./en/flow.json";
import historyEn from "./en/history.json";
import integrationsEn from "./en/integrations.json";
import monitoringEn from "./en/monitoring.json";
import numbersEn from "./en/numbers.json";
import softphoneEn from "./en/softphone.json";
import peopleEn from "./en/people.json";
import sheetEn from "./en/sheet.json";
import signInEn from "./en/sign_in.json";
import soundEn from "./en/sound.json";
import whatIfEn from "./en/what_if.json";
import workspaceEn from "./en/workspace.json";
import accountFr from "./fr/account.json";
import analyticsFr from "./fr/analytics.json";
import boothFr from "./fr/booth.json";
import chartsFr from "./fr/charts.json";
import checklistFr from "./fr/checklist.json";
import calendarFr from "./fr/calendar.json";
import conversationsFr from "./fr/conversations.json";
import commonFr from "./fr/common.json";
import domainFr from "./fr/domain.json";
import errorsFr from "./fr/errors.json";
import flowFr from "./fr/flow.json";
import historyFr from "./fr/history.json";
import integrationsFr from "./fr/integrations.json";
import monitoringFr from "./fr/monitoring.json";
import numbersFr from "./fr/numbers.json";
import softphoneFr from "./fr/softphone.json";
import peopleFr from "./fr/people.json";
import sheetFr from "./fr/sheet.json";
import signInFr from "./fr/sign_in.json";
import soundFr from "./fr/sound.json";
import whatIfFr from "./fr/what_if.json";
import workspaceFr from "./fr/workspace.json";

export const en = {
  calendar: calendarEn,
  sheet: sheetEn,
  common: commonEn,
  conversations: conversationsEn,
  domain: domainEn,
  errors: errorsEn,
  sign_in: signInEn,
  workspace: workspaceEn,
  booth: boothEn,
  monitoring: monitoringEn,
  flow: flowEn,
  numbers: numbersEn,
  sound: soundEn,
  history: historyEn,
  account: accountEn,
  softphone: softphoneEn,
  charts: chartsEn,
  analytics: analyticsEn,
  what_if: whatIfEn,
  people: peopleEn,
  checklist: checklistEn,
  integrations: integrationsEn,
};

export const fr: Words<typeof en> = {
  calendar: calendarFr,
  sheet: sheetFr,
  common: commonFr,
  conversations: conversationsFr,
  domain: domainFr,
  errors: errorsFr,
  sign_in: signInFr,
  workspace: workspaceFr,
  booth: boothFr,
  monitoring: monitoringFr,
  flow: flowFr,
  numbers: numbersFr,
  sound: soundFr,
  history: historyFr,
  account: accountFr,
  softphone: softphoneFr,
  charts: chartsFr,
  analytics: analyticsFr,
  what_if: whatIfFr,
  people: peopleFr,
  checklist: checklistFr,
  integrations: integrationsFr,
};

/** The same keys, each with words of its own: a key that is missing does not compile. */
type Words<Catalogue> = { [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Words<Catalogue[Key]> };
