package io.trainyard.ledger.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.Event;
import io.trainyard.fakes.LocalTables;
import io.trainyard.ledger.app.Ledger;
import io.trainyard.ledger.domain.Story;
import io.trainyard.measures.Measures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job's record costs to write is half of what a job costs at all, and grows unseen: with an index, an attribute, an item over 1 KB. */
class WriteUnitsTest {

    private static final int FACT_AND_RECORD = 2;
    private static final int DECIDED_AND_SAID = 2;
    private static final int LISTED_AND_ENDED = 2;
    private static final int ENDPOINT = 1;

    @Test
    void aJobIsWrittenInOneUnitPerFactRecordVerdictAndChangeOfAnIndex(@TempDir Path folder) {
        try (var tables = LocalTables.open(folder)) {
            String table = tables.table("ledger", "records");
            var said = new ArrayList<Event>();
            var clock = Clock.fixed(Story.START.plusSeconds(900), ZoneOffset.UTC);
            var ledger = new Ledger(new DynamoBooks(tables.client(), table), said::addAll, clock, Measures.NONE);
            List<Event> whole = new Story(1).whole();
            whole.forEach(event -> ledger.hear(event, "trainyard.training"));
            List.copyOf(said).forEach(event -> ledger.hear(event, "trainyard.ledger"));

            assertThat(said).hasSize(1);
            assertThat(tables.writeUnits(table))
                    .isEqualTo(FACT_AND_RECORD * whole.size() + DECIDED_AND_SAID + LISTED_AND_ENDED + ENDPOINT);
        }
    }
}
