package io.trainyard.local.iam;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.FormQuery;
import io.trainyard.local.front.Relay;
import io.trainyard.local.s3.Buckets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** S3, told by method and path. */
final class ObjectActs implements Acts {

    private static final String ARN = "arn:aws:s3:::";

    private final ObjectShelf shelf;

    ObjectActs(ObjectShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        var target = Buckets.pathStyle(new Relay.Target(request.header("host").orElse(""), request.path()));
        var path = decoded(target.path()).substring(1).split("/", 2);
        var bucket = path[0];
        var key = path.length > 1 ? path[1] : "";
        if (bucket.isEmpty()) {
            return List.of(new Act("s3:ListAllMyBuckets", Act.ANY));
        }
        return key.isEmpty() ? ofBucket(bucket, request) : ofObject(bucket, key, request);
    }

    private static List<Act> ofBucket(String bucket, AwsRequest request) {
        var query = FormQuery.parse(request.query());
        var action = switch (request.method()) {
            case "GET", "HEAD" ->
                query.containsKey("location")
                        ? "GetBucketLocation"
                        : query.containsKey("uploads") ? "ListBucketMultipartUploads" : "ListBucket";
            case "PUT" -> "CreateBucket";
            case "DELETE" -> "DeleteBucket";
            default -> "DeleteObject";
        };
        return List.of(new Act("s3:" + action, action.equals("DeleteObject") ? ARN + bucket + "/*" : ARN + bucket));
    }

    /** GetObject of what is not there asks for ListBucket too (the pull request 64 that {@link Denial} names). */
    private List<Act> ofObject(String bucket, String key, AwsRequest request) {
        var acts = new ArrayList<Act>();
        var object = ARN + bucket + "/" + key;
        switch (request.method()) {
            case "GET", "HEAD" -> {
                acts.add(new Act("s3:GetObject", object));
                if (!shelf.has(bucket, key)) {
                    acts.add(new Act("s3:ListBucket", ARN + bucket));
                }
            }
            case "DELETE" -> acts.add(new Act("s3:DeleteObject", object));
            default -> {
                acts.add(new Act("s3:PutObject", object));
                request.header("x-amz-copy-source")
                        .ifPresent(from -> acts.add(
                                new Act("s3:GetObject", ARN + decoded(from).replaceFirst("^/", ""))));
            }
        }
        return acts;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
