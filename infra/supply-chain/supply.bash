# Sourced by ./trainyard: what the deployment is made of. Uses say, die, run_maven, show_failure, require_maven, take_lock, state, root.

bom=target/bom.json

supply_usage() {
  cat << 'END'
Usage: trainyard sbom
       trainyard licences [--write]
       trainyard audit [--offline]
       trainyard reproducible [SERVICE...]

sbom      writes target/bom.json: every library that is shipped, by CycloneDX.
licences  prints each library with its licence, from infra/supply-chain/libraries.txt, where that is what the list says; --write brings it up
          to date. verify holds the file against what the packages hold, and each licence against infra/supply-chain/licences.txt.
audit     writes it and looks its libraries up in the OSV database (osv.dev) with osv-scanner, which must be on the PATH.
          --offline asks nobody: it uses the database that an earlier osv-scanner --download-offline-databases left.
reproducible  builds the functions of services (probe) from the committed sources twice, in two folders, and compares the packages: the same
          entries, the same jars, our classes byte for byte; what Quarkus generates differently is listed with its cause.

Exit status: 0 where all is well, 1 where something was found or failed, 69 where audit could not look: then nothing was checked.
END
}

make_bom() {
  require_maven
  take_lock
  if ! run_maven sbom cyclonedx:makeAggregateBom || [ ! -s $bom ]; then
    show_failure "$state/logs/sbom.log"
    die "the list of libraries could not be made"
  fi
  release_lock
  trap - EXIT INT TERM
}

sbom() {
  case " $* " in *' --help '* | *' -h '*) supply_usage && return 0 ;; esac
  make_bom
  say "$root/$bom: $(grep -c '"purl"' $bom) components"
}

licences() {
  local listed=infra/supply-chain/libraries.txt
  case " $* " in *' --help '* | *' -h '*) supply_usage && return 0 ;; esac
  make_bom
  run_maven licences test -pl tests/system -am -Dtest=LibraryListIT -Dsurefire.failIfNoSpecifiedTests=false -Dquarkus.build.skip || {
    show_failure "$state/logs/licences.log"
    return 1
  }
  case " $* " in
    *' --write '*) cp target/libraries.txt $listed && say "written: $root/$listed" ;;
    *) cmp -s target/libraries.txt $listed || { say "$listed is stale; write it with ./trainyard licences --write"; return 1; } ;;
  esac
  cat $listed
}

# What osv-scanner looks up, in its own format, from lines of a CycloneDX file: of those it forgets each library's group, and then finds
# nothing offline (google/osv-scanner issue 3099).
osv_list() {
  printf '{"results": [{"source": {"path": "%s", "type": "lockfile"}, "packages": [\n' "$bom"
  sed -nE '/pkg:maven\/io\.trainyard\//d
    s|.*"pkg:maven/([^/"]+)/([^@"]+)@([^?"]+).*|{"package": {"name": "\1:\2", "version": "\3", "ecosystem": "Maven"}}|p' | sort -u | paste -sd , | sed 's/},{/},\n{/g'
  printf ']}]}\n'
}

audit() {
  local offline='' libraries=target/osv-libraries.json known=target/osv-known.json log=target/osv-known.log
  case " $* " in *' --help '* | *' -h '*) supply_usage && return 0 ;; *' --offline '*) offline=--offline ;; esac
  if ! command -v osv-scanner > /dev/null 2>&1; then
    say "trainyard audit: osv-scanner is not on the PATH, so no library was looked up: nothing was checked.
  Install it from https://google.github.io/osv-scanner/installation/ and try again."
    return 69
  fi
  make_bom
  osv_list < $bom > $libraries
  # A look that finds nothing proves something only where it would find what is known to be there.
  printf '"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"\n' | osv_list > $known
  osv-scanner scan source $offline --lockfile "osv-scanner:$known" > $log 2>&1
  if [ $? != 1 ]; then
    cat $log
    say "trainyard audit: osv-scanner did not find the vulnerability of log4j-core 2.14.1 that everybody knows, so it could not look
  (no network? --offline uses a database that was fetched before): nothing was checked"
    return 69
  fi
  osv-scanner scan source $offline --lockfile "osv-scanner:$libraries"
  # 0: nothing found; 1: vulnerabilities; everything else: it could not look.
  case $? in
    0) say "no known vulnerability in $(grep -c '"package"' $libraries) libraries" ;;
    1) return 1 ;;
    *) say "trainyard audit: osv-scanner could not look: nothing was checked"
      return 69 ;;
  esac
}

reproducible() {
  # Not local: the trap at the end of the shell needs it.
  work=
  local services list build service began=$SECONDS status=0
  case " $* " in *' --help '* | *' -h '*) supply_usage && return 0 ;; esac
  [ $# -gt 0 ] || set -- probe
  services=$(IFS=,; printf '%s' "$*")
  for service in "$@"; do
    [ -r "services/$service/service.yaml" ] || { say "trainyard reproducible: there is no service $service"; return 2; }
  done
  list=services/${services//,/,services/}
  require_maven
  work=$(mktemp -d) || return 1
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
  mkdir -p "$state/logs"
  for build in 1 2; do
    say "build $build of $services at $(git rev-parse --short HEAD)"
    mkdir "$work/$build"
    git archive HEAD | tar -x -C "$work/$build" || die "git archive failed: this has to be a clone"
    if ! (cd "$work/$build" && "${maven[@]}" -B -o -T2 -pl "$list" -am package -DskipTests) > "$state/logs/reproducible.log" 2>&1; then
      show_failure "$state/logs/reproducible.log"
      die "build $build failed"
    fi
  done
  rm -f target/reproducible.txt
  run_maven reproducible test -pl tests/system -am -Dquarkus.build.skip -Dtest=ReproducibleIT -Dsurefire.failIfNoSpecifiedTests=false \
    -Dreproducible.services="$services" -Dreproducible.builds="$work" || status=1
  [ $status = 0 ] || show_failure "$state/logs/reproducible.log"
  cat target/reproducible.txt 2> /dev/null || status=1
  say "took $((SECONDS - began)) s"
  return $status
}
