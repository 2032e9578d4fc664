package io.trainyard.events.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.trainyard.events.EventType;
import io.trainyard.events.Metadata;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.UnroutedFact;
import io.trainyard.events.json.WireRoute;
import io.trainyard.events.request.JobRequest;

/** Draws the JSON Schema (draft 2020-12) of an event's detail from its types and their Javadoc. */
final class SchemaOf {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaOf() {}

    static ObjectNode detail(EventType type) {
        SchemaBuilder types = generator(type).buildMultipleSchemaDefinitions();
        var properties = JSON.objectNode().put("metadata", true);
        var required = JSON.arrayNode();
        if (UnroutedFact.class.isAssignableFrom(type.fact())) {
            properties.set("route", JSON.objectNode().put("type", "null").put("description", "carries no route"));
        } else {
            properties.set("route", route(type, types.createSchemaReference(WireRoute.class)));
            required.add("route");
        }
        if (type == EventType.JOB_REQUESTED) {
            properties.set("metadata", anyObject("drawn by intake; what an upstream system writes here is not read"));
            properties.set("data", types.createSchemaReference(JobRequest.class));
        } else {
            properties.set("metadata", types.createSchemaReference(Metadata.class));
            required.insert(0, "metadata");
            properties.set("data", types.createSchemaReference(type.fact()));
        }
        required.add("data");
        var schema = JSON.objectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", "urn:trainyard:" + type.eventName() + ":v" + type.version());
        schema.put("title", type.eventName());
        schema.put("description", type.meaning());
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        schema.set("$defs", types.collectDefinitions("$defs"));
        return schema;
    }

    private static ObjectNode anyObject(String description) {
        return JSON.objectNode().put("type", "object").put("description", description);
    }

    /** An event that releases nothing says so in its schema. */
    private static ObjectNode route(EventType type, ObjectNode reference) {
        if (ReleasingFact.class.isAssignableFrom(type.fact())) {
            return reference;
        }
        var nothing = JSON.objectNode();
        nothing.set("next", JSON.objectNode().put("maxItems", 0));
        nothing.set("awaited", JSON.objectNode().put("maxItems", 0));
        nothing.set("end", JSON.objectNode().put("const", false));
        reference.set("properties", nothing);
        return reference;
    }

    private static SchemaGenerator generator(EventType type) {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.STANDARD_FORMATS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(new ContractModule(type == EventType.JOB_REQUESTED));
        return new SchemaGenerator(config.build());
    }
}
