#!/usr/bin/env bash
# Makes sure that a Chromium is there for the browser tests; installs one where it can, says what to do where it cannot.
set -euo pipefail

[ "${HOTLINE_NO_BROWSER:-}" = 1 ] && exit 0

installed() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return 0
  done
  .venv/bin/python - <<'PY'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
PY
}

installed && exit 0
echo "No Chromium found; installing one for the browser tests." >&2
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2 || true
  installed && exit 0
fi
.venv/bin/python -m playwright install chromium >&2 || true
installed && exit 0
cat >&2 <<'EOF'
The browser tests need a Chromium and none could be installed. Either install the package `chromium` (Debian) or
`google-chrome`, or run `.venv/bin/playwright install --with-deps chromium`, then try again.
HOTLINE_NO_BROWSER=1 make test leaves the browser tests out.
EOF
exit 1
