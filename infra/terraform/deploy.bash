# Deploys to AWS, tries the deployment, takes it down. Read by the launcher, whose functions it uses.
# shellcheck shell=bash disable=SC2154

deploy_usage() {
  cat >&2 <<'USAGE'
usage: ./trainyard deploy  --env NAME [--region REGION] [--example minimal|production] [--package native|jvm] [--yes]
       ./trainyard smoke   --env NAME [--region REGION]
       ./trainyard destroy --env NAME [--region REGION] [--example minimal|production] [--yes]

  --env      the deployment's short name, 1 to 7 small letters or digits: every resource is called ty-NAME-...
  --region   the AWS region (default: AWS_REGION, or what `aws configure` knows)
  --example  which of infra/terraform/examples is deployed (default: minimal)
  --package  what the functions run (default: native where there is a builder, otherwise jvm)
  --yes      do not ask; for a pipeline that has shown the plan before
USAGE
}

# Sets env, region, example, package, yes and architecture; refuses what cannot be before anything is built.
read_options() {
  env='' region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}} example=minimal package='' yes=''
  while [ $# -gt 0 ]; do
    case $1 in
      --yes) yes=1 && shift && continue ;;
      --help | -h) deploy_usage && exit 0 ;;
      --env | --region | --example | --package) [ $# -ge 2 ] || refuse "$1 needs a value" ;;
      *) refuse "unknown option $1" ;;
    esac
    case $1 in
      --env) env=$2 ;; --region) region=$2 ;; --example) example=$2 ;; --package) package=$2 ;;
    esac
    shift 2
  done
  [[ $env =~ ^[a-z][a-z0-9]{0,6}$ ]] || refuse "--env must be 1 to 7 small letters or digits and start with a letter, because every name carries it; got '$env'"
  [ -d "infra/terraform/examples/$example" ] || refuse "--example must be a folder of infra/terraform/examples; got '$example'"
  case $package in '' | native | jvm) ;; *) refuse "--package must be native or jvm; got '$package'" ;; esac
  command -v aws > /dev/null 2>&1 || die "needs the AWS CLI (aws) on the PATH: https://docs.aws.amazon.com/cli"
  [ -n "$region" ] || region=$(aws configure get region 2> /dev/null)
  [ -n "$region" ] || refuse "no region: write --region eu-west-1, or set AWS_REGION"
  export AWS_REGION=$region AWS_DEFAULT_REGION=$region
  case $(uname -m) in aarch64 | arm64) architecture=arm64 ;; *) architecture=x86_64 ;; esac
}

# Sets account, to which alone anything is deployed.
sign_in() {
  account=$(aws_call sts get-caller-identity --query Account --output text) ||
    die "AWS did not say who you are; sign in first (aws configure, aws sso login): $account"
}

refuse() {
  say "trainyard: $*"
  deploy_usage
  exit 2
}

# The AWS CLI, also against an account on this machine: not every release of it reads AWS_ENDPOINT_URL for every service.
aws_call() {
  AWS_PAGER='' aws ${AWS_ENDPOINT_URL:+--endpoint-url "$AWS_ENDPOINT_URL"} "$@" 2>&1
}

# ---- packages ------------------------------------------------------------------------------------

# Sets `builder` to local, container or nothing.
find_native_builder() {
  builder=
  if { [ -x "${GRAALVM_HOME:-}/bin/native-image" ] || command -v native-image > /dev/null 2>&1; } && { [ -z "${for_lambda:-}" ] || runs_in_lambda; }; then
    builder=local
  elif docker info > /dev/null 2>&1; then
    builder=container
  fi
}

# What native-image makes runs where it was made: on a Mac not in Lambda, and on Linux only with a C library no newer than that of
# provided.al2023, which is glibc 2.34.
runs_in_lambda() {
  local libc
  [ "$(uname -s)" = Linux ] && libc=$(getconf GNU_LIBC_VERSION 2> /dev/null) && libc=${libc#glibc 2.} && [ "${libc%%.*}" -le 34 ]
}

package_services() {
  find_native_builder
  [ -n "$package" ] || package=$([ -n "$builder" ] && printf native || printf jvm)
  if [ "$package" = jvm ]; then
    say "packaging for java21 (JVM): $([ -n "$builder" ] && printf 'as asked' || printf 'there is no native builder for it here, neither a running Docker nor native-image on a Linux with glibc 2.34 or older'). A first call takes seconds instead of a fraction of one."
    build_stale
    return
  fi
  [ -n "$builder" ] || die "native executables need native-image (GRAALVM_HOME) or a running Docker; without either, functions run on the JVM (build without --native, deploy --package jvm)"
  say "packaging native executables for $architecture by a $builder builder; this takes minutes per service"
  require_maven
  take_lock
  # What lies in target now is no longer what the account on this machine runs.
  rm -f services/*/target/.packaged
  local options=(package -Dnative -DskipTests -DskipITs)
  [ $builder = container ] && options+=(-Dquarkus.native.container-build=true)
  # A deployment takes no command line along.
  [ -z "${for_lambda:-}" ] || options+=(-am -pl "trainer-container$(printf ',%s' services/*/service.yaml | sed 's#/service.yaml##g')")
  run_maven native "${options[@]}" || { show_failure "$state/logs/native.log" && die "the native build failed"; }
  release_lock
  trap - EXIT INT TERM
}

# ---- Terraform -----------------------------------------------------------------------------------

# The state of each deployment lies in a folder of its own; a team keeps it in S3 (docs/how-to/deploy.md).
ready_terraform() {
  command -v terraform > /dev/null 2>&1 || die "needs Terraform 1.9 or newer on the PATH: https://developer.hashicorp.com/terraform/install"
  place=$root/$state/deployments/$env
  mkdir -p "$place"
  export TF_DATA_DIR=$place/data TF_IN_AUTOMATION=1
  [ "$example" = minimal ] || [ -n "${TF_VAR_zones:-}" ] || TF_VAR_zones=$(zones) || die "AWS did not say which zones $region has: $TF_VAR_zones"
  export TF_VAR_zones
  terraform_quietly init -input=false
}

# Three of the region's zones: their letters differ from account to account. In use1-az3 there is no Lambda.
zones() {
  aws_call ec2 describe-availability-zones --region "$region" --filters Name=state,Values=available Name=opt-in-status,Values=opt-in-not-required \
    --query "AvailabilityZones[?ZoneId != 'use1-az3'].ZoneName | [:3]" --output json
}

# Runs Terraform in the example with its log in the deployment's folder; shows the log's end where it fails.
terraform_quietly() {
  if ! terraform -chdir="infra/terraform/examples/$example" "$@" > "$place/$1.log" 2>&1; then
    tail -n 40 "$place/$1.log" >&2
    die "terraform $1 failed; the whole log: $place/$1.log"
  fi
}

# plan_changes [-destroy]: plans, and shows what would change; the whole plan lies beside it.
plan_changes() {
  terraform_quietly plan -no-color -input=false -state="$place/terraform.tfstate" -out="$place/change.tfplan" -var env="$env" -var account="$account" \
    -var region="$region" -var package="${package:-native}" -var architecture="$architecture" "$@"
  sed -n -e 's/^  # \(.*\) \(will be\|must be\) \(created\|destroyed\|updated in-place\|replaced\)$/  \3  \1/p' -e '/^Plan: /p' -e '/^No changes/p' "$place/plan.log" >&2
  say "the whole plan: $place/plan.log"
}

confirm() {
  local answer
  [ -z "$yes" ] || return 0
  [ -t 0 ] || die "nobody is here to confirm; look at the plan and say --yes"
  printf '%s in account %s, %s. Type %s to go on: ' "$1" "$account" "$region" "$env" >&2
  read -r answer
  [ "$answer" = "$env" ] || die "not confirmed; nothing was changed"
}

apply_changes() {
  say "$1; the log: $place/apply.log"
  terraform_quietly apply -no-color -input=false -state="$place/terraform.tfstate" "$place/change.tfplan"
  sed -n -e '/^Apply complete/p' "$place/apply.log" >&2
}

push_trainer() {
  local image registry name build
  image=$(sed -n 's/^ *"\{0,1\}trainer_image"\{0,1\} *= "\(.*\)"$/\1/p' "$place/apply.log" | tail -n 1)
  registry=${image%%/*} name=${image#*/}
  if aws_call ecr describe-images --registry-id "${image%%.*}" --repository-name "${name%:*}" --image-ids imageTag="${name##*:}" > /dev/null; then
    say "the trainer's image $image is there and is never overwritten; a changed trainer needs another trainer_tag"
    return 0
  fi
  # PyTorch's libraries are those of the machine that built them, and SageMaker takes Docker's own manifests only, without attestations.
  build="docker buildx build --platform linux/amd64 --provenance=false --output type=docker -t $image trainer-container"
  if [ "$(uname -sm)" != 'Linux x86_64' ] || ! docker info > /dev/null 2>&1; then
    say "the trainer's image is not pushed: that takes Docker on Linux x86_64. There, after ./trainyard build, before the first training:
  $build
  aws ecr get-login-password | docker login --username AWS --password-stdin $registry
  docker push $image"
    return 0
  fi
  say "building and pushing $image"
  { $build && aws_call ecr get-login-password | docker login --username AWS --password-stdin "$registry" &&
    docker push "$image"; } > "$place/image.log" 2>&1 || die "the trainer's image could not be pushed; the log: $place/image.log"
}

# ---- the commands --------------------------------------------------------------------------------

deploy() {
  local for_lambda=yes
  read_options "$@"
  sign_in
  package_services
  ready_terraform
  plan_changes
  confirm "Deploying $example as ty-$env"
  apply_changes "applying"
  push_trainer
  smoke_test
  sed -n '/^Outputs:/,$p' "$place/apply.log"
}

destroy() {
  read_options "$@"
  sign_in
  ready_terraform
  [ -r "$place/terraform.tfstate" ] || die "there is no state of a deployment '$env' in $place; was it deployed from another checkout?"
  plan_changes -destroy
  confirm "Taking ty-$env down, with its data,"
  apply_changes "taking it down"
}
