# The smoke test: one job of a step that does nothing, through the real bus, heard by a queue of its own beside the services'.
# shellcheck shell=bash disable=SC2154

# How long the answer may take: cold starts of every function on the way.
SMOKE_SECONDS=${SMOKE_SECONDS:-180}

smoke() {
  local arn
  read_options "$@"
  arn=$(aws_call events describe-event-bus --name "ty-$env" --query Arn --output text) || die "there is no deployment '$env' in $region: $arn"
  account=$(printf '%s' "$arn" | cut -d : -f 5)
  smoke_test
}

smoke_test() {
  local name=ty-$env-smoke-$$ bus=ty-$env step=smoke$$ url began=$SECONDS outcome
  say "smoke test: a probe job on bus $bus"
  trap 'smoke_clean "$bus" "$name"' EXIT
  url=$(smoke_listen "$bus" "$name" "$step") || die "the smoke test could not listen on the bus: $url"
  smoke_say "$bus" "$name" "$step"
  outcome=$(smoke_hear "$url" "$step")
  smoke_clean "$bus" "$name"
  trap - EXIT
  case $outcome in
    job-completed) say "smoke test passed after $((SECONDS - began)) s: job-requested, job-accepted, probe-completed, job-completed" ;;
    '') die "the smoke test failed: no job-completed within $SMOKE_SECONDS s. Look at the alarms, and at docs/runbooks/README.md" ;;
    *) die "the smoke test failed: $outcome" ;;
  esac
}

# Prints the address of a queue that hears what the services say of jobs.
smoke_listen() {
  local bus=$1 name=$2 step=$3 url arn rule policy
  arn=arn:aws:sqs:$region:$account:$name
  rule=arn:aws:events:$region:$account:rule/$bus/$name
  policy='{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"'$arn'\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"'$rule'\"}}}]}'
  url=$(aws_call sqs create-queue --queue-name "$name" --attributes "{\"MessageRetentionPeriod\": \"900\", \"Policy\": \"$policy\"}" --query QueueUrl --output text) || { printf '%s' "$url"; return 1; }
  aws_call events put-rule --event-bus-name "$bus" --name "$name" --event-pattern \
    '{"account": ["'"$account"'"], "source": [{"prefix": "trainyard."}, "'"$step"'"], "detail-type": ["smoke-listening", "job-accepted", "job-rejected", "job-completed", "job-failed"]}' > /dev/null || return 1
  aws_call events put-targets --event-bus-name "$bus" --rule "$name" --targets "Id=queue,Arn=$arn" > /dev/null || return 1
  smoke_hears "$bus" "$url" "$step" || { printf 'its rule hears nothing'; return 1; }
  printf '%s\n' "$url"
}

# A new rule may hear nothing for a while (EventBridge API, PutRule): says what nobody else hears until it is heard.
smoke_hears() {
  local bus=$1 url=$2 step=$3 began=$SECONDS
  while [ $((SECONDS - began)) -lt "$SMOKE_SECONDS" ]; do
    aws_call events put-events --entries '[{"EventBusName": "'"$bus"'", "Source": "'"$step"'", "DetailType": "smoke-listening", "Detail": "{}"}]' > /dev/null
    smoke_receive "$url" 2 | grep -q smoke-listening && return 0
  done
  return 1
}

smoke_receive() {
  aws_call sqs receive-message --queue-url "$1" --wait-time-seconds "$2" --max-number-of-messages 10 --output text --query 'Messages[].Body' | tr '\t' '\n'
}

smoke_say() {
  local bus=$1 name=$2 step=$3 answer
  answer=$(aws_call events put-events --output json --entries '[{"EventBusName": "'"$bus"'", "Source": "'"$step"'", "DetailType": "job-requested", "Detail": "{\"data\": {\"idempotencyKey\": \"'"$name"'\", \"name\": \"smoke\", \"mode\": \"graph\", \"steps\": [{\"step\": \"'"$step"'\", \"kind\": \"probe\"}]}}"}]')
  case $answer in *'"FailedEntryCount": 0'*) ;; *) die "the smoke test's event was refused: $answer" ;; esac
}

# Prints how the job ended; nothing where the time is over. The name of its one step stands in every event of the job, and as the source
# that asked for it in its refusal.
smoke_hear() {
  local url=$1 step=$2 began=$SECONDS heard
  while [ $((SECONDS - began)) -lt "$SMOKE_SECONDS" ]; do
    heard=$(smoke_receive "$url" 10 | grep -e "$step")
    case $heard in
      *'"job-completed"'*) printf 'job-completed' && return ;;
      *'"job-failed"'* | *'"job-rejected"'*) printf '%s' "$heard" | tail -n 1 && return ;;
    esac
  done
}

smoke_clean() {
  local bus=$1 name=$2 url
  aws_call events remove-targets --event-bus-name "$bus" --rule "$name" --ids queue > /dev/null
  aws_call events delete-rule --event-bus-name "$bus" --name "$name" > /dev/null
  url=$(aws_call sqs get-queue-url --queue-name "$name" --query QueueUrl --output text) && aws_call sqs delete-queue --queue-url "$url" > /dev/null
}
