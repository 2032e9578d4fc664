"""Calls the account as anyone's program would: stock boto3 and AWS CLI, an address and keys from the environment.

Usage: stock_tools.py NAME    NAME makes the names of what it creates; all of it is deleted again.
Prints one line per call, and at the end how many. Leaves with 1 at the first call that does not do what AWS does.
"""

import json
import os
import subprocess
import sys
import urllib.request

import boto3
import botocore.exceptions
from botocore.config import Config

NAME = sys.argv[1]
ACCOUNT, REGION = "123456789012", os.environ["AWS_REGION"]
SERVICES = ["sqs", "sns", "dynamodb", "s3", "events", "scheduler", "sagemaker", "sagemaker-runtime"]
UNKNOWN_KEY = {
    "sqs": "InvalidClientTokenId",
    "sns": "InvalidClientTokenId",
    "s3": "InvalidAccessKeyId",
}
WRONG_SECRET = {"sqs": "SignatureDoesNotMatch", "sns": "SignatureDoesNotMatch", "s3": "SignatureDoesNotMatch"}
FIRST_CALLS = {
    "sqs": ("list_queues", {}),
    "sns": ("list_topics", {}),
    "dynamodb": ("list_tables", {}),
    "s3": ("list_buckets", {}),
    "events": ("list_event_buses", {}),
    "scheduler": ("list_schedules", {}),
    "sagemaker": ("list_models", {}),
    "sagemaker-runtime": ("invoke_endpoint", {"EndpointName": "none", "Body": b"1"}),
}
count = 0


def client(service, **more):
    return boto3.client(service, config=Config(retries={"total_max_attempts": 1}), **more)


def called(what):
    global count
    count += 1
    print(f"{count:3} {what}")


def call(service, operation, check=None, **arguments):
    answer = getattr(clients[service], operation)(**arguments)
    if check is not None and not check(answer):
        sys.exit(f"{service} {operation}: not what AWS answers: {answer}")
    called(f"boto3 {service} {operation}")
    return answer


def refused(code, service, operation, using=None, **arguments):
    try:
        getattr(using or clients[service], operation)(**arguments)
    except botocore.exceptions.ClientError as error:
        if error.response["Error"]["Code"] != code:
            sys.exit(f"{service} {operation}: wanted {code}, got {error}")
        called(f"boto3 {service} {operation}: {code}")
        return
    sys.exit(f"{service} {operation}: wanted {code}, but it was answered")


def cli(*arguments, environment=None, fails_with=None):
    ended = subprocess.run(
        ["aws", *arguments, "--output", "json"], capture_output=True, text=True, env={**os.environ, **(environment or {})}
    )
    if fails_with is None and ended.returncode != 0:
        sys.exit(f"aws {' '.join(arguments)}: {ended.stderr}")
    if fails_with is not None and (ended.returncode == 0 or fails_with not in ended.stderr):
        sys.exit(f"aws {' '.join(arguments)}: wanted {fails_with}, got {ended.stdout} {ended.stderr}")
    called("aws " + " ".join(arguments[:2]) + (f": {fails_with}" if fails_with else ""))
    return json.loads(ended.stdout) if ended.returncode == 0 and ended.stdout.strip().startswith("{") else {}


clients = {service: client(service) for service in SERVICES}


def sqs():
    url = call("sqs", "create_queue", QueueName=NAME)["QueueUrl"]
    call("sqs", "get_queue_url", lambda it: it["QueueUrl"] == url, QueueName=NAME)
    call("sqs", "list_queues", lambda it: url in it["QueueUrls"], QueueNamePrefix=NAME)
    call("sqs", "set_queue_attributes", QueueUrl=url, Attributes={"VisibilityTimeout": "45"})
    call(
        "sqs",
        "get_queue_attributes",
        lambda it: it["Attributes"]["VisibilityTimeout"] == "45",
        QueueUrl=url,
        AttributeNames=["All"],
    )
    call("sqs", "send_message", QueueUrl=url, MessageBody="one & <two>")
    got = call("sqs", "receive_message", lambda it: it["Messages"][0]["Body"] == "one & <two>", QueueUrl=url)
    receipt = got["Messages"][0]["ReceiptHandle"]
    call("sqs", "change_message_visibility", QueueUrl=url, ReceiptHandle=receipt, VisibilityTimeout=10)
    call("sqs", "delete_message", QueueUrl=url, ReceiptHandle=receipt)
    entries = [{"Id": str(n), "MessageBody": f"m{n}"} for n in range(3)]
    call("sqs", "send_message_batch", lambda it: len(it["Successful"]) == 3, QueueUrl=url, Entries=entries)
    call("sqs", "purge_queue", QueueUrl=url)
    # The CLI 1 puts an address of AWS's into every call of SQS that has no --endpoint-url, whatever the environment says.
    here = ["--endpoint-url", os.environ["AWS_ENDPOINT_URL"]]
    cli("sqs", "send-message", "--queue-url", url, "--message-body", "by the CLI", *here)
    cli("sqs", "purge-queue", "--queue-url", url, *here)
    refused("AWS.SimpleQueueService.NonExistentQueue", "sqs", "get_queue_url", QueueName=NAME + "-none")
    return url


def sns(url):
    topic = call("sns", "create_topic", Name=NAME)["TopicArn"]
    call("sns", "list_topics", lambda it: {"TopicArn": topic} in it["Topics"])
    call("sns", "get_topic_attributes", lambda it: it["Attributes"]["TopicArn"] == topic, TopicArn=topic)
    arn = f"arn:aws:sqs:{REGION}:{ACCOUNT}:{NAME}"
    subscription = call("sns", "subscribe", TopicArn=topic, Protocol="sqs", Endpoint=arn)["SubscriptionArn"]
    call(
        "sns",
        "set_subscription_attributes",
        SubscriptionArn=subscription,
        AttributeName="RawMessageDelivery",
        AttributeValue="true",
    )
    call("sns", "list_subscriptions_by_topic", lambda it: len(it["Subscriptions"]) == 1, TopicArn=topic)
    call("sns", "publish", lambda it: it["MessageId"], TopicArn=topic, Message="from the topic")
    call(
        "sqs",
        "receive_message",
        lambda it: it["Messages"][0]["Body"] == "from the topic",
        QueueUrl=url,
        WaitTimeSeconds=5,
    )
    cli("sns", "publish", "--topic-arn", topic, "--message", "by the CLI")
    call(
        "sqs", "receive_message", lambda it: it["Messages"][0]["Body"] == "by the CLI", QueueUrl=url, WaitTimeSeconds=5
    )
    refused("NotFound", "sns", "get_topic_attributes", TopicArn=topic + "-none")
    call("sns", "unsubscribe", SubscriptionArn=subscription)
    call("sns", "delete_topic", TopicArn=topic)


def dynamodb():
    key = {"id": {"S": "a"}}
    call(
        "dynamodb",
        "create_table",
        TableName=NAME,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    )
    call("dynamodb", "describe_table", lambda it: it["Table"]["TableStatus"] == "ACTIVE", TableName=NAME)
    call("dynamodb", "list_tables", lambda it: NAME in it["TableNames"])
    call("dynamodb", "put_item", TableName=NAME, Item={**key, "n": {"N": "1"}})
    call("dynamodb", "get_item", lambda it: it["Item"]["n"] == {"N": "1"}, TableName=NAME, Key=key)
    add = {"UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}
    call(
        "dynamodb",
        "update_item",
        lambda it: it["Attributes"]["n"] == {"N": "2"},
        TableName=NAME,
        Key=key,
        ReturnValues="ALL_NEW",
        **add,
    )
    where = {"KeyConditionExpression": "id = :id", "ExpressionAttributeValues": {":id": {"S": "a"}}}
    call("dynamodb", "query", lambda it: it["Count"] == 1, TableName=NAME, **where)
    call("dynamodb", "scan", lambda it: it["Count"] == 1, TableName=NAME)
    condition = {"ConditionExpression": "attribute_not_exists(id)"}
    refused("ConditionalCheckFailedException", "dynamodb", "put_item", TableName=NAME, Item=key, **condition)
    refused("ResourceNotFoundException", "dynamodb", "describe_table", TableName=NAME + "-none")
    cli("dynamodb", "get-item", "--table-name", NAME, "--key", json.dumps(key))
    call("dynamodb", "delete_item", TableName=NAME, Key=key)
    call("dynamodb", "delete_table", TableName=NAME)


def s3():
    call("s3", "create_bucket", Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION})
    call("s3", "list_buckets", lambda it: NAME in [b["Name"] for b in it["Buckets"]])
    call("s3", "head_bucket", Bucket=NAME)
    call("s3", "put_object", Bucket=NAME, Key="a b/ü+1.txt", Body=b"hello")
    read = call("s3", "get_object", Bucket=NAME, Key="a b/ü+1.txt")["Body"].read()
    if read != b"hello":
        sys.exit(f"s3 get_object: {read}")
    call("s3", "head_object", lambda it: it["ContentLength"] == 5, Bucket=NAME, Key="a b/ü+1.txt")
    call("s3", "list_objects_v2", lambda it: it["KeyCount"] == 1, Bucket=NAME, Prefix="a b/")
    call("s3", "copy_object", Bucket=NAME, Key="copy", CopySource={"Bucket": NAME, "Key": "a b/ü+1.txt"})
    upload = call("s3", "create_multipart_upload", Bucket=NAME, Key="parts")["UploadId"]
    at = {"Bucket": NAME, "Key": "parts", "UploadId": upload}
    part = call("s3", "upload_part", PartNumber=1, Body=b"x" * 100, **at)
    parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
    call("s3", "complete_multipart_upload", MultipartUpload=parts, **at)
    call("s3", "get_bucket_location", lambda it: "LocationConstraint" in it, Bucket=NAME)
    call("s3", "list_objects", lambda it: len(it["Contents"]) == 3, Bucket=NAME)
    given_up = {"Bucket": NAME, "Key": "given-up"}
    given_up["UploadId"] = call("s3", "create_multipart_upload", **given_up)["UploadId"]
    call("s3", "upload_part", PartNumber=1, Body=b"y", **given_up)
    call("s3", "list_parts", lambda it: len(it["Parts"]) == 1, **given_up)
    call("s3", "list_multipart_uploads", lambda it: len(it["Uploads"]) == 1, Bucket=NAME)
    call("s3", "abort_multipart_upload", **given_up)
    call("s3", "put_object", Bucket=NAME, Key="one", Body=b"1")
    call("s3", "delete_object", Bucket=NAME, Key="one")
    link = clients["s3"].generate_presigned_url("get_object", Params={"Bucket": NAME, "Key": "copy"})
    with urllib.request.urlopen(link) as answer:
        if answer.read() != b"hello":
            sys.exit("a presigned URL does not answer its object")
    called("a presigned URL of boto3")
    cli("s3", "ls", f"s3://{NAME}/")
    refused("NoSuchKey", "s3", "get_object", Bucket=NAME, Key="none")
    keys = [{"Key": key} for key in ["a b/ü+1.txt", "copy", "parts"]]
    call("s3", "delete_objects", lambda it: "Errors" not in it, Bucket=NAME, Delete={"Objects": keys})
    call("s3", "delete_bucket", Bucket=NAME)


def events(url):
    call("events", "create_event_bus", Name=NAME)
    call("events", "describe_event_bus", lambda it: it["Name"] == NAME, Name=NAME)
    bus = {"EventBusName": NAME}
    pattern = json.dumps({"source": [NAME]})
    call("events", "put_rule", Name=NAME, EventPattern=pattern, **bus)
    call("events", "describe_rule", lambda it: it["State"] == "ENABLED", Name=NAME, **bus)
    target = [{"Id": "q", "Arn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{NAME}"}]
    call("events", "put_targets", lambda it: it["FailedEntryCount"] == 0, Rule=NAME, Targets=target, **bus)
    call("events", "list_targets_by_rule", lambda it: it["Targets"] == target, Rule=NAME, **bus)
    entry = {"Source": NAME, "DetailType": "said", "Detail": "{}", **bus}
    call("events", "put_events", lambda it: it["FailedEntryCount"] == 0, Entries=[entry])
    call(
        "sqs",
        "receive_message",
        lambda it: json.loads(it["Messages"][0]["Body"])["detail-type"] == "said",
        QueueUrl=url,
        WaitTimeSeconds=5,
    )
    cli("events", "list-rules", "--event-bus-name", NAME)
    refused("ResourceNotFoundException", "events", "describe_rule", Name="none", **bus)
    call("events", "remove_targets", Rule=NAME, Ids=["q"], **bus)
    call("events", "delete_rule", Name=NAME, **bus)
    call("events", "delete_event_bus", Name=NAME)


def scheduler():
    target = {
        "Arn": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{NAME}",
        "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/{NAME}",
        "Input": "due",
    }
    each = {"FlexibleTimeWindow": {"Mode": "OFF"}, "Target": target, "GroupName": NAME}
    call("scheduler", "create_schedule_group", Name=NAME)
    call("scheduler", "create_schedule", Name=NAME, ScheduleExpression="rate(1 hour)", **each)
    call("scheduler", "get_schedule", lambda it: it["State"] == "ENABLED", Name=NAME, GroupName=NAME)
    call("scheduler", "update_schedule", Name=NAME, ScheduleExpression="rate(2 hours)", **each)
    call("scheduler", "list_schedules", lambda it: len(it["Schedules"]) == 1, GroupName=NAME)
    cli("scheduler", "get-schedule", "--name", NAME, "--group-name", NAME)
    refused("ResourceNotFoundException", "scheduler", "get_schedule", Name="none")
    call("scheduler", "delete_schedule", Name=NAME, GroupName=NAME)
    call("scheduler", "delete_schedule_group", Name=NAME)


def sagemaker():
    role = f"arn:aws:iam::{ACCOUNT}:role/{NAME}"
    container = {"Image": "trainyard/noop"}
    arn = call("sagemaker", "create_model", ModelName=NAME, ExecutionRoleArn=role, PrimaryContainer=container)["ModelArn"]
    call("sagemaker", "describe_model", lambda it: it["ModelArn"] == arn, ModelName=NAME)
    call("sagemaker", "add_tags", ResourceArn=arn, Tags=[{"Key": "team", "Value": "a"}])
    call("sagemaker", "list_tags", lambda it: it["Tags"] == [{"Key": "team", "Value": "a"}], ResourceArn=arn)
    variant = {"VariantName": "all", "ModelName": NAME, "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}
    call("sagemaker", "create_endpoint_config", EndpointConfigName=NAME, ProductionVariants=[variant])
    call("sagemaker", "describe_endpoint_config", EndpointConfigName=NAME)
    call("sagemaker", "list_models", lambda it: len(it["Models"]) == 1, NameContains=NAME)
    call("sagemaker", "list_endpoints", NameContains=NAME)
    cli("sagemaker", "list-training-jobs")
    refused("ValidationException", "sagemaker", "describe_endpoint", EndpointName="none")
    refused("ValidationException", "sagemaker", "describe_model", ModelName="under_score")
    refused("ValidationError", "sagemaker-runtime", "invoke_endpoint", EndpointName="none", Body=b"1")
    call("sagemaker", "delete_endpoint_config", EndpointConfigName=NAME)
    call("sagemaker", "delete_model", ModelName=NAME)


def wrong_keys():
    for service, (operation, arguments) in FIRST_CALLS.items():
        stranger = client(service, aws_access_key_id="AKIASTRANGER12345678", aws_secret_access_key="x")
        forger = client(service, aws_secret_access_key="x", aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"])
        unknown = UNKNOWN_KEY.get(service, "UnrecognizedClientException")
        wrong = WRONG_SECRET.get(service, "InvalidSignatureException")
        refused(unknown, service, operation, using=stranger, **arguments)
        refused(wrong, service, operation, using=forger, **arguments)
    cli("events", "list-event-buses", environment={"AWS_SECRET_ACCESS_KEY": "x"}, fails_with="InvalidSignatureException")


queue = sqs()
sns(queue)
dynamodb()
s3()
events(queue)
scheduler()
sagemaker()
wrong_keys()
call("sqs", "delete_queue", QueueUrl=queue)
print(f"{count} calls of {len(SERVICES)} services, all as on AWS")
