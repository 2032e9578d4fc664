package io.trainyard.local.sns;

import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsResponse;
import java.nio.charset.StandardCharsets;

/** Answers of AWS's query protocol: XML with a result and the request's id. */
final class QueryAnswer {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private QueryAnswer() {}

    static AwsResponse of(String action, String result, String requestId) {
        return xml(
                200,
                "<" + action + "Response xmlns=\"" + NAMESPACE + "\"><" + action + "Result>" + result + "</" + action
                        + "Result><ResponseMetadata><RequestId>" + requestId + "</RequestId></ResponseMetadata></"
                        + action
                        + "Response>");
    }

    static AwsResponse fault(AwsFault fault, String requestId) {
        return xml(
                fault.status(),
                "<ErrorResponse xmlns=\"" + NAMESPACE + "\"><Error><Type>Sender</Type>" + element("Code", fault.code())
                        + element("Message", String.valueOf(fault.getMessage())) + "</Error><RequestId>" + requestId
                        + "</RequestId></ErrorResponse>");
    }

    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static AwsResponse xml(int status, String body) {
        return AwsResponse.of(status, "text/xml", body.getBytes(StandardCharsets.UTF_8));
    }
}
