package io.trainyard.events.json;

/** What {@link PackedJson} need not write out: pieces of what rows, facts and records say, the most frequent last. */
final class KnownWords {

    /** Never changed: items that were packed with it are in people's tables. */
    static final String FIRST = """
            "failureClass":"capacity-error","message":","advice":","reason":","nextTryAt":"tuning","processing","transform","steps-completed",\
            "idempotencyKey":","deadlineSeconds":86400,"mode":"graph","accepted":true,"violations":[{"path":","rule":"}],"parked":[],"waiting":[],\
            "tries":[{"attempt":1,"instanceType":","type":"at":"}],"savedPercent":","usd":","price":","trainingSeconds":","interruptions":0,\
            "retires":{"jobId":","endpoint":"ty-prod-"},"replaces":null,"leaves":null,"RETIRING","DEPLOYING","READY","readyAt":"2026-,"line":[],\
            "hyperparameters":{"epochs":"30","learning-rate":"0.01"},"maxWaitSeconds":7200,"checkpointSeconds":900,"gate":{"metric":"validation:accuracy",\
            "atLeast":0.94,"atMost":1.0},"golden":{"contentType":"text/csv","body":","expected":"},"processing-completed",\
            {"jobId":","name":","status":"COMPLETED","ENDPOINT_DELETED","ERROR","CANCELLED","PARKED","status":"READY","run":1,"requestedBy":",\
            "createdAt":"2026-,"updatedAt":"2026-,"history":[{"status":"PENDING","at":"2026-,"run":1},{"status":"TRAINING_MODEL","at":"2026-,"run":1},\
            {"status":"CREATING_MODEL","at":"2026-,"run":1},{"status":"CONFIGURING_ENDPOINT","at":"2026-,"run":1},{"status":"DEPLOYING_ENDPOINT","at":"2026-,\
            "run":1},{"status":"READY","at":"2026-,"run":1}],"artifacts":{"modelOutput":"s3://","modelArn":"arn:aws:sagemaker:eu-west-1:123456789012:model/ty-,\
            "endpointConfig":"ty-,"endpointConfigArn":"arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/ty-,"endpoint":"ty-,\
            "endpointArn":"arn:aws:sagemaker:us-east-1:123456789012:endpoint/ty-"},"steps":[{"step":"train","kind":"training","attempt":1,"state":"done",\
            "resource":"ty-,"instanceType":"ml.m5.large","startedAt":"2026-,"endedAt":"2026-,"metrics":{"validation:accuracy":0.97,"validation:loss":0.1},\
            "billableSeconds":42,"spot":{"used":true},"state":"planned"},{"step":"model","state":"released"},"billableSeconds":,"events":[\
            ","name":"job-requested","source":"trainyard.jobs","at":"2026-","causationId":","name":"job-accepted","source":"trainyard.intake","at":"2026-,\
            "name":"training-started","source":"trainyard.training","at":"2026-","causationId":","run":1,"step":"train","attempt":1},{"id":",\
            "name":"training-completed","source":"trainyard.training","name":"model-registered","source":"trainyard.models","run":1,"step":"model","attempt":1},\
            "name":"endpoint-deploying","source":"trainyard.endpoints","run":1,"step":"endpoint","attempt":1},"name":"endpoint-ready",\
            "source":"trainyard.endpoints","name":"job-completed","source":"trainyard.ledger","at":"2026-,"run":1}]}\
            {"key":{"jobId":","run":1,"step":"endpoint","attempt":1},"position":{"run":1,"until":"2026-,"plan":{"steps":[{"step":"train","kind":"training",\
            "after":[],"spec":{"image":"trainyard/tabular:1","channels":{"train":"s3://"},"hyperparameters":{},"instanceTypes":["ml.m5.large","ml.m5.xlarge"],\
            "instanceCount":1,"volumeGb":30,"maxRuntimeSeconds":3600,"spot":false,"metrics":{}}},{"step":"model","kind":"model","after":["train"],\
            "spec":{"image":"trainyard/tabular:1","artifact":"s3://","gate":null}},{"step":"endpoint","kind":"endpoint","after":["model"],\
            "spec":{"instanceTypes":["ml.m5.large"],"instanceCount":1,"golden":null}}]},"done":{},"over":false,"caller":"},"release":{"step":"train",\
            "kind":"training","attempt":1,"instanceType":null,"spot":null},"cause":{"causationId":","correlationId":"},"lease":{"owner":",\
            "until":"1970-01-01T00:00:00Z"},"result":{"event":"endpoint-ready","fact":{"step":"endpoint","attempt":1,"endpoint":"ty-,"modelVersion":"ty-,\
            "output":{"artifact":"s3://,"image":","metrics":{},"model":"ty-,"endpoint":"ty-"}}}\
            {"metadata":{"id":","jobId":","causationId":","correlationId":","occurredAt":"2026-,"version":1},"route":{"run":1,"until":"2026-,"plan":[\
            {"step":"train","kind":"training","after":[],"spec":{"channels":{"train":"s3://,"image":"trainyard/tabular:1","instanceCount":1,\
            "instanceTypes":["ml.m5.large"],"maxRuntimeSeconds":3600,"volumeGb":30}},{"step":"model","kind":"model","after":["train"],"spec":{}},\
            {"step":"endpoint","kind":"endpoint","after":["model"],"spec":{"instanceCount":1,"instanceTypes":["ml.m5.large"]}}],"done":{"train":\
            {"artifact":"s3://ty-local-artifacts-us-east-1-123456789012/ty-/output/model.tar.gz","image":","metrics":{"validation:accuracy":0.9}},\
            "model":{"artifact":"s3://","model":"ty-"},"endpoint":{"endpoint":"ty-"}},"next":[{"step":"model","kind":"model","attempt":1}],\
            "awaited":[],"over":false,"end":false,"caller":"},"data":{"step":"train","attempt":1,"resource":"ty-,"instanceType":"ml.m5.large","spot":false}}\
            """;

    private KnownWords() {}
}
