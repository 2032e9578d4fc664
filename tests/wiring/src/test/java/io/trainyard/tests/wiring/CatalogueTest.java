package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The catalogue that people read is the one that the code and the wiring give. */
class CatalogueTest {

    private static final Path FILE = Checkout.ROOT.resolve("docs/events/README.md");

    @Test
    void theCatalogueIsUpToDate() {
        Checkout.check(FILE, Catalogue.markdown());
    }

    @Test
    void showsEveryEventAndItsLinksLeadSomewhere() {
        String text = Checkout.read(FILE);
        for (EventType type : EventType.values()) {
            assertThat(text).contains("\n## " + type.eventName() + "\n");
        }
        Pattern.compile("]\\((\\.\\./[^)#]+)(#[^)]*)?\\)")
                .matcher(text)
                .results()
                .forEach(link -> assertThat(
                                Files.exists(FILE.resolveSibling(link.group(1)).normalize()))
                        .as(link.group(1))
                        .isTrue());
    }
}
