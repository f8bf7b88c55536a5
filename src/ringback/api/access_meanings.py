"""What the codes of access become at the edge: a status and a sentence each."""

from collections.abc import Mapping

from ringback.access.refusals import AccessCode

from .refusal_meanings import Meaning

_A = AccessCode
ACCESS_MEANINGS: Mapping[AccessCode, Meaning] = {
    _A.NOT_SIGNED_IN: Meaning(401, "Nobody is signed in; sign in, or send a key or the token."),
    _A.SIGN_IN_REFUSED: Meaning(
        401,
        "The e-mail address or the password is wrong; an administrator can reset the password.",
    ),
    _A.COMPANY_REQUIRED: Meaning(
        401, "You belong to several companies here; the details name them: send one of their ids."
    ),
    _A.SECOND_FACTOR_REQUIRED: Meaning(401, "Send the code of the authenticator app as well."),
    _A.CODE_WRONG: Meaning(401, "The code is wrong or was used already; wait for the next one."),
    _A.SECOND_FACTOR_UNREADABLE: Meaning(
        401,
        "Codes of the authenticator app cannot be checked, since this server lacks the key: use a"
        " recovery code, or have the second factor reset.",
    ),
    _A.TOO_MANY_ATTEMPTS: Meaning(
        429,
        "Too many attempts have failed from here; wait as long as the details say.",
    ),
    _A.NOT_PERMITTED: Meaning(403, "You may not do this; ask an administrator of your company."),
    _A.TO_DO_FIRST: Meaning(
        403,
        "Something is to be done before anything else; the details say what.",
    ),
    _A.SETUP_DONE: Meaning(409, "There is an owner already; sign in."),
    _A.SETUP_FROM_ELSEWHERE: Meaning(
        403,
        "The first owner is made on the server's own machine, or with the token that the server"
        " printed at its start.",
    ),
    _A.PASSWORD_TOO_WEAK: Meaning(
        422,
        "The password is too easy to guess; the details say why. Take a few words nobody expects.",
    ),
    _A.PASSWORD_WRONG: Meaning(403, "The password is not the present one."),
    _A.SECOND_FACTOR_ON: Meaning(409, "The second factor is on already."),
    _A.SECOND_FACTOR_OFF: Meaning(409, "The second factor is off; begin by setting it up."),
    _A.UNKNOWN_USER: Meaning(404, "There is no such user; list the users to find them."),
    _A.UNKNOWN_SESSION: Meaning(404, "There is no such session; it may have ended."),
    _A.EMAIL_TAKEN: Meaning(409, "Another user has this e-mail address."),
    _A.AGENT_TAKEN: Meaning(409, "Another user is this agent; the details say who."),
    _A.AGENT_REQUIRED: Meaning(422, "Whoever has the role of an agent must be one of the agents."),
    _A.LAST_OWNER: Meaning(409, "This is the last owner; make somebody else an owner first."),
    _A.UNKNOWN_API_KEY: Meaning(404, "There is no such key; list the keys to find them."),
    _A.TOO_MANY_API_KEYS: Meaning(
        409, "So many keys are in force already as there may be; revoke one that is not in use."
    ),
}
