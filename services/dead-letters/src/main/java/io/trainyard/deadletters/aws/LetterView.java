package io.trainyard.deadletters.aws;

import io.trainyard.letters.domain.Contents;
import io.trainyard.letters.domain.Letter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A letter as people see it: with what it breaks of its schema, and what may be done with it. */
final class LetterView {

    private LetterView() {}

    static Map<String, Object> of(Letter letter) {
        Contents contents = Contents.of(letter.body());
        var view = new LinkedHashMap<String, Object>();
        view.put("id", letter.id());
        view.put("state", letter.state());
        view.put("service", letter.cause().service());
        view.put("event", letter.cause().event());
        view.put("jobId", letter.jobId());
        view.put("cause", letter.said());
        view.put("fingerprint", letter.cause().fingerprint());
        view.put("parkings", letter.parkings());
        view.put("parkedAt", letter.parkedAt());
        contents.broken().ifPresent(broken -> view.put("broken", broken));
        view.put("schema", "events/src/main/resources/schemas/" + letter.cause().event() + ".schema.json");
        view.put("discardable", contents.discardable());
        view.put("history", letter.history());
        view.put("body", letter.body());
        return view;
    }
}
