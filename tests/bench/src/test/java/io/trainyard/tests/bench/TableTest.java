package io.trainyard.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsLineUpAndNotesFollow() {
        Row hop = new Row("hop", "10 ms", "6.2 ms", "585", "12 jobs", Verdict.MET, List.of("what it is"));
        Row demo = Row.notRun("demo", "90 s", "--with-demo runs it");

        assertThat(Table.of(List.of(hop, demo))).isEqualTo("""
                | measure | target | measured            | n   | warm-up | met or missed |
                | ------- | ------ | ------------------- | --- | ------- | ------------- |
                | hop     | 10 ms  | 6.2 ms              | 585 | 12 jobs | met           |
                | demo    | 90 s   | --with-demo runs it | -   | -       | not run       |

                hop:
                - what it is
                """);
    }

    @Test
    void aMissIsSaid() {
        assertThat(Verdict.of(false).text()).isEqualTo("missed");
    }
}
