#!/usr/bin/env bash
# Bring what the tests need beyond Python and Node: Debian packages and a private Asterisk.
# Skips what is there. Without root it installs nothing and says which tests will be skipped.
set -u
uv=${1:-uv}

declare -A program_of=(
    [mmdebstrap]=mmdebstrap [sip-tester]=sipp [baresip]=baresip [sox]=sox [chromium]=chromium
    [espeak-ng]=espeak-ng [procps]=pgrep [iproute2]=ss [gpg]=gpg
    [nginx-light]=nginx [caddy]=caddy
)

missing=()
for package in "${!program_of[@]}"; do
    command -v "${program_of[$package]}" >/dev/null || missing+=("$package")
done
# Playwright brings a Node of its own, which wants this library.
ldconfig -p | grep -q 'libatomic\.so\.1' || missing+=(libatomic1)

# PostgreSQL's server is on nobody's PATH.
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "prepare: missing here: ${missing[*]}. Tests that need them will be skipped;" \
            "as root on Debian this command would install them."
    else
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update
        apt-get -qq install --yes --no-install-recommends "${missing[@]}" \
            || echo "prepare: apt-get could not install ${missing[*]}; tests that need them will be skipped."
    fi
fi

if [ "$(id -u)" -eq 0 ]; then
    "$uv" run --frozen ringback asterisk install \
        || echo "prepare: no Asterisk could be installed; tests with real phones will be skipped."
else
    echo "prepare: a private Asterisk is installed by root only; without one, tests with real phones will be skipped."
fi
# A published client of another public API, which ours serves; it runs on our Python as well.
"$uv" pip install --quiet --target .make/clients --python-version 3.13 --no-deps aircall-api==2.1.0 \
    || echo "prepare: the published client could not be installed; its tests will be skipped."
exit 0
