package io.trainyard.local.scheduler;

import static io.trainyard.local.front.JsonProtocol.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.FormQuery;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.store.DocumentMap;
import io.trainyard.local.store.Documents;
import io.trainyard.local.time.Timed;
import io.trainyard.local.usage.Usage;
import io.trainyard.wiring.Deployment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** EventBridge Scheduler's API over {@link Schedules}. */
public final class Scheduler implements AwsService, AutoCloseable {

    private static final String TYPE = "application/json";
    private static final String DEFAULT = "default";
    private static final Set<String> OPERATIONS = Set.of(
            "CreateSchedule",
            "UpdateSchedule",
            "GetSchedule",
            "DeleteSchedule",
            "ListSchedules",
            "CreateScheduleGroup",
            "GetScheduleGroup",
            "DeleteScheduleGroup",
            "ListScheduleGroups");

    private final Schedules schedules;
    private final DocumentMap groups;
    private final Deployment deployment;
    private final Clock clock;

    /** Opens the schedules in {@code documents}; those that are overdue fire at once. */
    public Scheduler(Documents documents, Queues queues, Deployment deployment, Clock clock, Usage usage) {
        this.groups = documents.map("scheduler.groups");
        this.schedules = new Schedules(documents, queues, clock, usage);
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Makes a schedule group unless it is there. */
    public void ensureGroup(String name) {
        groups.putIfAbsent(name, new byte[0]);
    }

    @Override
    public String signingName() {
        return "scheduler";
    }

    @Override
    public Set<String> operations() {
        return OPERATIONS;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        try {
            return JsonProtocol.answer(200, TYPE, route(request));
        } catch (AwsFault fault) {
            return JsonProtocol.fault(fault, TYPE);
        }
    }

    /** What fires by the clock. */
    public Timed timed() {
        return schedules;
    }

    @Override
    public void close() {
        schedules.close();
    }

    private JsonNode route(AwsRequest request) {
        var parts = request.path().split("/");
        var name = parts.length > 2 ? URLDecoder.decode(parts[2], StandardCharsets.UTF_8) : "";
        var query = FormQuery.parse(request.query());
        return switch (request.method() + " " + (parts.length > 1 ? parts[1] : "") + (name.isEmpty() ? "" : "/*")) {
            case "POST schedules/*" -> create(name, JsonProtocol.body(request));
            case "PUT schedules/*" -> update(name, JsonProtocol.body(request));
            case "GET schedules/*" -> describe(schedules.get(query.getOrDefault("groupName", DEFAULT), name));
            case "DELETE schedules/*" -> {
                schedules.remove(query.getOrDefault("groupName", DEFAULT), name);
                yield JSON.createObjectNode();
            }
            case "GET schedules" -> list(query);
            case "POST schedule-groups/*" -> createGroup(name);
            case "GET schedule-groups/*" -> group(name);
            case "DELETE schedule-groups/*" -> deleteGroup(name);
            case "GET schedule-groups" -> listGroups(query);
            default -> throw AwsFault.notHere("The Scheduler operation " + request.method() + " " + request.path());
        };
    }

    private JsonNode create(String name, ObjectNode request) {
        var schedule = checked(name, request);
        schedules.add(schedule);
        return arnOf(schedule);
    }

    private JsonNode update(String name, ObjectNode request) {
        var schedule = checked(name, request);
        schedules.replace(schedule);
        return arnOf(schedule);
    }

    private Schedule checked(String name, ObjectNode request) {
        var group = request.path("GroupName").asText(DEFAULT);
        group(group);
        var schedule = Schedule.of(group, name, request, clock.instant());
        schedule.check();
        return schedule;
    }

    private JsonNode describe(Schedule schedule) {
        var answer = schedule.request().deepCopy();
        answer.remove("ClientToken");
        answer.put("Name", schedule.name())
                .put("GroupName", schedule.group())
                .put("Arn", arn(schedule))
                .put("CreationDate", schedule.created() / 1000.0)
                .put("LastModificationDate", schedule.created() / 1000.0);
        if (!answer.has("State")) {
            answer.put("State", "ENABLED");
        }
        return answer;
    }

    private JsonNode list(Map<String, String> query) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("Schedules");
        var group = query.get("ScheduleGroup");
        var prefix = query.getOrDefault("NamePrefix", "");
        for (var schedule : schedules.all()) {
            if ((group == null || group.equals(schedule.group()))
                    && schedule.name().startsWith(prefix)) {
                var target = JSON.createObjectNode()
                        .put("Arn", schedule.request().at("/Target/Arn").asText());
                list.addObject()
                        .put("Name", schedule.name())
                        .put("GroupName", schedule.group())
                        .put("Arn", arn(schedule))
                        .put("State", schedule.request().path("State").asText("ENABLED"))
                        .put("CreationDate", schedule.created() / 1000.0)
                        .set("Target", target);
            }
        }
        return answer;
    }

    private JsonNode createGroup(String name) {
        if (name.equals(DEFAULT) || !groups.putIfAbsent(name, new byte[0])) {
            throw new AwsFault(409, "ConflictException", "Schedule group " + name + " already exists.");
        }
        return JSON.createObjectNode().put("ScheduleGroupArn", groupArn(name));
    }

    private JsonNode group(String name) {
        if (!groupNames().contains(name)) {
            throw new AwsFault(404, "ResourceNotFoundException", "Schedule group " + name + " does not exist.");
        }
        return JSON.createObjectNode()
                .put("Name", name)
                .put("Arn", groupArn(name))
                .put("State", "ACTIVE");
    }

    private JsonNode deleteGroup(String name) {
        group(name);
        if (name.equals(DEFAULT)) {
            throw AwsFault.of("ValidationException", "The default schedule group cannot be deleted.");
        }
        schedules.all().stream()
                .filter(schedule -> schedule.group().equals(name))
                .forEach(schedule -> schedules.remove(name, schedule.name()));
        groups.remove(name);
        return JSON.createObjectNode();
    }

    private JsonNode listGroups(Map<String, String> query) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("ScheduleGroups");
        groupNames().stream()
                .filter(name -> name.startsWith(query.getOrDefault("NamePrefix", "")))
                .forEach(name -> list.add(group(name)));
        return answer;
    }

    private Set<String> groupNames() {
        var names = new TreeSet<>(groups.all().keySet());
        names.add(DEFAULT);
        return names;
    }

    private JsonNode arnOf(Schedule schedule) {
        return JSON.createObjectNode().put("ScheduleArn", arn(schedule));
    }

    private String arn(Schedule schedule) {
        return scheduler() + "schedule/" + schedule.group() + "/" + schedule.name();
    }

    private String groupArn(String name) {
        return scheduler() + "schedule-group/" + name;
    }

    private String scheduler() {
        return "arn:aws:scheduler:" + deployment.region() + ":" + deployment.account() + ":";
    }
}
