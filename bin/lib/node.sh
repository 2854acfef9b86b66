# Sourced by bin/lighthouse and bin/screenshots: Node, Chromium, and Lighthouse with the library by which it steers Chromium.
lighthouse_version=12.2.3

# The one without windows comes first, as in bin/test: the whole browser draws its own tabs and menus on the same cores.
find_node_and_chromium() {
  local name
  command -v npm >/dev/null || die "This needs Node and npm (as root: apt-get install nodejs npm)."
  for name in "${STEUNPUNT_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
    [[ -z $name ]] || ! CHROME_PATH=$(command -v "$name") || break
  done
  [[ -n ${CHROME_PATH:-} ]] || die "This needs Chromium (as root: apt-get install chromium-headless-shell)."
  export CHROME_PATH
}

# Sets tool to a folder in which src/browser's scripts can be run.
fetch_lighthouse() {
  tool=$project/target/node
  mkdir -p "$tool"
  if [[ ! -e $tool/node_modules/lighthouse/package.json ]]; then
    say "Fetching Lighthouse $lighthouse_version."
    (cd "$tool" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts \
      "lighthouse@$lighthouse_version") || die "npm could not fetch Lighthouse."
  fi
  cp "$project"/src/browser/*.mjs "$tool/"
}
