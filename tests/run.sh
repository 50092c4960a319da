#!/usr/bin/env bash
# Installs what is missing, builds, runs all tests and ends with the line "N passed, N failed".
#   tests/run.sh                                   everything, and the check of the code's format
#   tests/run.sh NewsSite.Tests                    one project
#   tests/run.sh NewsSite.Tests -method '*slug*'   with options for the xunit runner
#   tests/run.sh --screenshots FOLDER              no tests: pictures of the sample edition
#   tests/run.sh --hostile                         every hostile row in every field, in a real browser (hours)
#   tests/run.sh --kills                           the site is killed a hundred times while people save (minutes)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

# Debian packages, each with a file that shows that it is there.
needed=(
  "nodejs /usr/bin/node"
  "npm /usr/bin/npm"
  "default-jre-headless /usr/bin/java"
  "chromium ${CHROMIUM:-/usr/bin/chromium}"
  "fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
)

longest_run=35m
results=tests/TestResults
passed=0 failed=0 skipped=0
failures=()
# A build server that outlives this script would keep the output of a CI run open.
# Strict: packages as locked, or not at all; a package with a known hole stops the build.
export NewsSiteStrict=true
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

say() { printf '%s\n' "$*"; }

complain() { say "FAILED: $*"; failed=$((failed + 1)); }

finish() {
  ((passed + failed + skipped > 0)) || complain "no test ran"
  local line="$passed passed, $failed failed"
  ((skipped == 0)) || line+=", $skipped skipped"
  # Once more at the end, where a long log does not hide them.
  ((${#failures[@]} == 0)) || say "" "What failed:" "${failures[@]}"
  say "" "($((SECONDS / 60)) min $((SECONDS % 60)) s)"
  say "$line"
  exit $((failed > 0))
}

install_missing() {
  local entry missing=() as_root=()
  for entry in "${needed[@]}"; do
    [[ -e ${entry#* } ]] || missing+=("${entry%% *}")
  done
  ((${#missing[@]})) || return 0

  say "Installing ${missing[*]}"
  ((EUID == 0)) || as_root=(sudo)
  if ! { "${as_root[@]}" apt-get update -qq \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1; then
    # Not the end: the tests that need a package say so themselves.
    tail -5 "$results/apt.log"
    say "Could not install ${missing[*]} with apt-get."
  fi
}

# The judges of pages that other people wrote, as locked.
install_judges() {
  local folder=tests/NewsSite.Tests/Standards/Validators
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return 0
  say "Installing the validators"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund) >"$results/npm.log" 2>&1 || { tail -5 "$results/npm.log"; say "Could not install the validators with npm."; }
}

build() {
  say "Building $1"
  dotnet build "$1" -c Release -warnaserror "-warnnotaserror:NU1900;NU1905" -v quiet "-clp:ErrorsOnly;NoSummary" || { complain "the build of $1"; finish; }
}

# Style and analyzers have been held by the build just now, where they are errors: only white space is left.
check_format() {
  if dotnet format whitespace NewsSite.sln --verify-no-changes --no-restore >"$results/format.log" 2>&1; then
    passed=$((passed + 1))
  else
    sed "s|$PWD/||; s| \[.*||" "$results/format.log" | head -20
    complain "dotnet format whitespace --verify-no-changes"
  fi
}

# The build's own audit is silent where nothing is wrong, and also where the registry knows of no hole at all:
# a package that has had one since 2022 tells which it is.
check_packages() {
  local probe
  probe=$(mktemp -d)
  printf '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>%s</Project>' \
    '<ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>' >"$probe/probe.csproj"
  if dotnet restore "$probe" 2>&1 | tee "$results/audit.log" | grep -q NU1903; then
    say "No package has a known vulnerability."
    passed=$((passed + 1))
  else
    say "NOT CHECKED for known vulnerabilities: the package registry in use gives no advisories."
  fi
  rm -rf "$probe"
}

write_bill() {
  if dotnet src/NewsSite.Bom/bin/Release/net10.0/NewsSite.Bom.dll "$results/newssite.cdx.json"; then
    say "Bill of materials: $results/newssite.cdx.json"
  else
    complain "the bill of materials"
  fi
}

# The numbers come from the report; without one, or when it and the exit code disagree, the run has crashed.
run_project() {
  local name=$1 report="$PWD/$results/$1.xml" code=0 before=$failed
  shift
  timeout --kill-after=10s "$longest_run" "tests/$name/bin/Release/net10.0/$name" -noLogo -noColor -result-xml "$report" "$@" \
    >"$results/$name.log" 2>&1 || code=$?
  if [[ -s $report ]]; then
    passed=$((passed + $(count passed "$report")))
    failed=$((failed + $(count failed "$report") + $(count errors "$report")))
    skipped=$((skipped + $(count skipped "$report")))
    (($(count total "$report") > 0)) || complain "$name ran no test"
  fi
  if ((code != 0 && failed == before)) || [[ ! -s $report ]]; then
    complain "$name crashed or took longer than $longest_run (exit code $code)"
  fi
  if ((failed > before)); then
    cat "$results/$name.log"
    failures+=("$(sed -n '/\[FAIL\]$/,/^ *Stack Trace:/p' "$results/$name.log" | head -60)")
  else
    tail -1 "$results/$name.log"
  fi
}

count() {
  local number
  number=$(grep -o '<assembly [^>]*' "$2" | head -1 | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9)
  printf '%s' "${number:-0}"
}

take_screenshots() {
  mkdir -p "$1" || exit 2
  build tests/NewsSite.BrowserTests
  NEWSSITE_SCREENSHOTS=$(realpath "$1") run_project NewsSite.BrowserTests -explicit only -class '*.Screenshots'
  finish
}

try_hostile() {
  longest_run=24h
  (($#)) || set -- -class '*Hostile*'
  build tests/NewsSite.BrowserTests
  NEWSSITE_HOSTILE_REPORT="$PWD/$results/hostile.md" run_project NewsSite.BrowserTests -explicit on "$@"
  sed '/^$/,$d' "$results/hostile.md"
  say "The table is in $results/hostile.md"
  finish
}

try_kills() {
  build tests/NewsSite.Tests
  NEWSSITE_KILL_REPORT="$PWD/$results/kills.txt" run_project NewsSite.Tests -explicit only -class '*KillTests'
  cat "$results/kills.txt"
  finish
}

rm -rf "$results"
mkdir -p "$results"
install_missing
install_judges

case ${1-} in
  "")
    build NewsSite.sln
    check_format
    check_packages
    write_bill
    for project in $(ls -r tests/*/*Tests.csproj); do run_project "$(basename "$project" .csproj)"; done
    ;;
  --hostile) shift; try_hostile "$@" ;;
  --kills) try_kills ;;
  --screenshots) take_screenshots "${2:?Name a folder for the pictures.}" ;;
  *)
    [[ -f tests/$1/$1.csproj ]] || { complain "there is no test project tests/$1"; finish; }
    build "tests/$1"
    run_project "$@"
    ;;
esac
finish
