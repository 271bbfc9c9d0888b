"""A JupyterHub on loopback for the load test: no passwords, every learner a process of this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # JupyterHub gives it

work = Path(os.environ["RESOLUTIONKIT_LOAD"])
port = int(os.environ["RESOLUTIONKIT_LOAD_PORT"])

c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{port + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}"
c.JupyterHub.db_url = f"sqlite:///{work / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(work / "cookie_secret")
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(work / "homes" / "{username}")
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
c.Spawner.default_url = "/lab"
c.Spawner.http_timeout = c.Spawner.start_timeout = 300
c.JupyterHub.concurrent_spawn_limit = int(os.environ.get("RESOLUTIONKIT_LOAD_SPAWNS", "10"))
c.JupyterHub.services = [{"name": "class", "api_token": os.environ["RESOLUTIONKIT_LOAD_TOKEN"]}]
c.JupyterHub.load_roles = [
    {"name": "class", "scopes": ["admin:users", "admin:servers", "access:servers"], "services": ["class"]}
]
