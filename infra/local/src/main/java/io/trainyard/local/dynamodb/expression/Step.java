package io.trainyard.local.dynamodb.expression;

/** One step down a path. */
public sealed interface Step {

    /** Into a map, or from the item to an attribute. */
    record Field(String name) implements Step {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Into a list, counted from 0. */
    record Index(int at) implements Step {
        @Override
        public String toString() {
            return "[" + at + "]";
        }
    }
}
