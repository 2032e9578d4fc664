package io.trainyard.local.iam;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.wiring.Deployment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Lambda: calling a function, and everything else, which is for operators. */
final class FunctionActs implements Acts {

    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

    private final Deployment here;

    FunctionActs(Deployment here) {
        this.here = here;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        var path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
        var invoked = INVOKE.matcher(path);
        if (!invoked.matches()) {
            return List.of(new Act("lambda:" + request.method() + " " + path, Act.ANY));
        }
        var function = invoked.group(1);
        return List.of(
                new Act("lambda:InvokeFunction", function.startsWith("arn:") ? function : here.functionArn(function)));
    }
}
