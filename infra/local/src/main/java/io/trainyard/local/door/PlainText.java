package io.trainyard.local.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trainyard.local.apimodel.Shape;
import java.math.BigDecimal;

/** A value that came as text, in a path, a header or a form, as the JSON of its shape. */
final class PlainText {

    private PlainText() {}

    /** What cannot be read stays text, which the check of types then refuses. */
    static JsonNode as(Shape shape, String text) {
        var json = JsonNodeFactory.instance;
        return switch (shape) {
            case Shape.Flag flag
            when text.equals("true") || text.equals("false") -> json.booleanNode(text.equals("true"));
            case Shape.Numeric number -> number(number, text);
            // Text forms of times are many; none of them is refused here.
            case Shape.Time time -> json.numberNode(0);
            default -> json.textNode(text);
        };
    }

    private static JsonNode number(Shape.Numeric shape, String text) {
        var json = JsonNodeFactory.instance;
        try {
            var number = new BigDecimal(text.strip());
            return shape.whole() ? json.numberNode(number.toBigIntegerExact()) : json.numberNode(number);
        } catch (ArithmeticException | NumberFormatException e) {
            return json.textNode(text);
        }
    }
}
