package io.trainyard.local.dynamodb.value;

import io.trainyard.local.dynamodb.fault.ServiceError;
import java.math.BigDecimal;

/**
 * DynamoDB's numbers: up to 38 significant digits, magnitudes from 1E-130 to 9.99E+125, written without exponent.
 *
 * <p>Source: Amazon DynamoDB Developer Guide, "Supported data types and naming rules".
 */
public final class Numbers {

    public static final int MAX_DIGITS = 38;
    public static final int MAX_EXPONENT = 125;
    public static final int MIN_EXPONENT = -130;

    // Longer texts cannot be numbers within the limits unless they are padded with zeros.
    private static final int MAX_TEXT = 512;

    private Numbers() {}

    /** Reads a number as it stands on the wire, or refuses it in DynamoDB's words. */
    public static BigDecimal parse(String text) {
        if (text.isEmpty()) {
            throw ServiceError.validation("The parameter cannot be converted to a numeric value");
        }
        try {
            if (text.length() <= MAX_TEXT) {
                return checked(new BigDecimal(text));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw notANumber(text);
        }
        throw notANumber(text);
    }

    /** The number normalised, or refused where it lies outside what DynamoDB stores. */
    public static BigDecimal checked(BigDecimal number) {
        BigDecimal normal = number.stripTrailingZeros();
        if (normal.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int exponent = exponent(normal);
        if (exponent > MAX_EXPONENT) {
            throw ServiceError.validation(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }
        if (exponent < MIN_EXPONENT) {
            throw ServiceError.validation(
                    "Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
        if (normal.precision() > MAX_DIGITS) {
            throw ServiceError.validation("Attempting to store more than 38 significant digits in a Number");
        }
        return normal;
    }

    /** The power of ten of the first digit: 0 for 7, 2 for 700, -1 for 0.7. */
    static int exponent(BigDecimal normal) {
        return normal.precision() - normal.scale() - 1;
    }

    public static String text(BigDecimal number) {
        return number.toPlainString();
    }

    private static ServiceError notANumber(String text) {
        return ServiceError.validation("The parameter cannot be converted to a numeric value: " + text);
    }
}
