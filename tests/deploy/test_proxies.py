"""The examples for web servers lead to where Ringback listens, and pass what it needs."""

import re
from pathlib import Path

from ringback.config.settings import HttpSection, MessagesSection

PROXY = Path(__file__).parents[2] / "deploy" / "proxy"
NGINX = (PROXY / "nginx.conf").read_text()
CADDY = (PROXY / "Caddyfile").read_text()


def test_both_lead_to_the_address_of_the_settings() -> None:
    """The default one, on loopback."""
    address = f"{HttpSection().host}:{HttpSection().port}"

    assert f"server {address};" in NGINX
    assert f"reverse_proxy {address}" in CADDY


def test_nginx_passes_name_scheme_address_and_websockets() -> None:
    """Without the name requests would be of another site; without upgrades nothing is live."""
    passed = dict(re.findall(r"proxy_set_header (\S+) (\S+);", NGINX))

    assert passed["Host"] == "$http_host"
    assert passed["X-Forwarded-Proto"] == "$scheme"
    assert passed["X-Forwarded-For"] == "$remote_addr"
    assert (passed["Upgrade"], passed["Connection"]) == ("$http_upgrade", "$connection_upgrade")


def test_recordings_of_the_usual_size_pass_nginx() -> None:
    """As large as Ringback takes them."""
    assert f"client_max_body_size {MessagesSection().recording_megabytes_max}m;" in NGINX


def test_figures_are_not_given_to_the_outside() -> None:
    """A key is needed for them anyway."""
    assert "location = /metrics { return 404; }" in NGINX
    assert "respond /metrics 404" in CADDY
