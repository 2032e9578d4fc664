package software.amazon.sample;

/** Stands for any type of the SDK. */
public class SdkClient {}
