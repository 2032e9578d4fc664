package io.trainyard.local.dynamodb.operations;

import io.trainyard.local.dynamodb.expression.Path;
import io.trainyard.local.dynamodb.expression.Projection;
import io.trainyard.local.dynamodb.fault.ServiceError;
import io.trainyard.local.dynamodb.value.AttributeValue.MapValue;
import io.trainyard.local.dynamodb.wire.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which attributes a Query or Scan answers (Select and ProjectionExpression), or only how many items. */
record Selection(Target target, @Nullable Projection projection, String select) {

    private static final String ALL = "ALL_ATTRIBUTES";
    private static final String PROJECTED = "ALL_PROJECTED_ATTRIBUTES";
    private static final String SPECIFIC = "SPECIFIC_ATTRIBUTES";
    private static final String COUNT = "COUNT";

    static Selection of(Target target, @Nullable Projection projection, Parameters request) {
        String fallback = projection != null ? SPECIFIC : target.index() == null ? ALL : PROJECTED;
        String select = request.choice("Select", fallback, SPECIFIC, COUNT, ALL, PROJECTED);
        Selection selection = new Selection(target, projection, select);
        selection.check();
        return selection;
    }

    private void check() {
        if (projection != null && !select.equals(SPECIFIC)) {
            throw ServiceError.validation("Cannot specify the ProjectionExpression when choosing to get "
                    + (select.equals(COUNT) ? "only the Count" : select));
        }
        if (projection == null && select.equals(SPECIFIC)) {
            throw ServiceError.validation(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }
        if (select.equals(PROJECTED) && target.index() == null) {
            throw ServiceError.invalidParameter(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        if (target.isGlobalIndex() && !target.projectsAll()) {
            checkGlobalIndex();
        }
    }

    private void checkGlobalIndex() {
        String index =
                String.valueOf(target.index() == null ? null : target.index().name());
        if (select.equals(ALL)) {
            throw ServiceError.invalidParameter(
                    "Select type ALL_ATTRIBUTES is not supported for global secondary index " + index
                            + " because its projection type is not ALL");
        }
        if (projection != null) {
            List<String> missing = projection.paths().stream()
                    .map(Path::attribute)
                    .filter(name -> !target.projectedAttributes().contains(name))
                    .toList();
            if (!missing.isEmpty()) {
                throw ServiceError.invalidParameter("Global secondary index " + index + " does not project " + missing);
            }
        }
    }

    boolean countOnly() {
        return select.equals(COUNT);
    }

    MapValue apply(MapValue item) {
        if (projection != null) {
            return projection.apply(item);
        }
        return select.equals(ALL) ? item : target.projected(item);
    }
}
