package io.trainyard.local.iam;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.FormQuery;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** EventBridge Scheduler. A schedule is handed the role under which it sends. */
final class TimerActs implements Acts {

    private static final Pattern SCHEDULE = Pattern.compile("/schedules/([^/]+)");
    private static final Map<String, String> OPERATIONS =
            Map.of("POST", "CreateSchedule", "PUT", "UpdateSchedule", "DELETE", "DeleteSchedule", "GET", "GetSchedule");

    private final Deployment here;

    TimerActs(Deployment here) {
        this.here = here;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        var schedule = SCHEDULE.matcher(request.path());
        if (!schedule.matches()) {
            return List.of(new Act("scheduler:" + request.method() + " " + request.path(), Act.ANY));
        }
        var body = JsonProtocol.body(request);
        var group =
                body.path("GroupName").asText(FormQuery.parse(request.query()).getOrDefault("groupName", "default"));
        var acts = new ArrayList<Act>();
        acts.add(new Act(
                "scheduler:" + OPERATIONS.getOrDefault(request.method(), request.method()),
                here.scheduleArn(group, schedule.group(1))));
        var role = body.path("Target").path("RoleArn").asText("");
        if (!role.isEmpty()) {
            acts.add(PassedRole.of(role, "scheduler"));
        }
        return acts;
    }
}
