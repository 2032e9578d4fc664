package io.trainyard.trainer;

import java.util.Locale;
import java.util.Random;

/** Small made-up tables that a network learns in a moment. */
public final class SampleRows {

    private SampleRows() {}

    /** Columns x, y, colour and label: three clouds of points, easy to tell apart. */
    public static String clouds(int rows) {
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("x,y,colour,label\n");
        for (int i = 0; i < rows; i++) {
            int cloud = i % 3;
            csv.append(number(10 * cloud + random.nextGaussian()))
                    .append(',')
                    .append(number(100 - 20 * cloud + random.nextGaussian()))
                    .append(',')
                    .append(random.nextBoolean() ? "red" : "blue")
                    .append(',')
                    .append("cloud-")
                    .append(cloud)
                    .append('\n');
        }
        return csv.toString();
    }

    /** Columns a, b and y = 100 + 5a - 3b with a little noise. */
    public static String plane(int rows) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("a,b,y\n");
        for (int i = 0; i < rows; i++) {
            double a = random.nextDouble() * 10;
            double b = random.nextDouble() * 10;
            double y = 100 + 5 * a - 3 * b + random.nextGaussian() / 10;
            csv.append(number(a))
                    .append(',')
                    .append(number(b))
                    .append(',')
                    .append(number(y))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
