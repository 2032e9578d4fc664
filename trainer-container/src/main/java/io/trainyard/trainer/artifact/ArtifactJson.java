package io.trainyard.trainer.artifact;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.trainyard.trainer.data.Feature;
import io.trainyard.trainer.data.Target;
import java.lang.reflect.Type;

/** The JSON of the artifact's files. A sealed type is told by the fields that only one of its records has. */
public final class ArtifactJson {

    /** Reads and writes with two spaces of indentation. */
    public static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .registerTypeAdapter(Feature.class, new ByField("words", Feature.Categorical.class, Feature.Numeric.class))
            .registerTypeAdapter(Target.class, new ByField("words", Target.Classes.class, Target.Quantity.class))
            .create();

    private ArtifactJson() {}

    private record ByField(String field, Class<?> present, Class<?> absent) implements JsonDeserializer<Object> {
        @Override
        public Object deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            if (!json.isJsonObject()) {
                throw new JsonParseException("an object is expected, not " + json);
            }
            return context.deserialize(json, json.getAsJsonObject().has(field) ? present : absent);
        }
    }
}
