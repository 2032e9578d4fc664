package io.trainyard.local.dynamodb;

import java.net.URI;

/** The suite on moto's server, which others test against: what it does otherwise than AWS is noted at the cases. */
class DynamoDbOnMotoTest extends DynamoDbConformance {

    private MotoServer moto;

    @Override
    Implementation implementation() {
        return Implementation.MOTO;
    }

    @Override
    URI endpoint() {
        moto = MotoServer.start();
        return moto.endpoint();
    }

    @Override
    void stop() {
        if (moto != null) {
            moto.close();
        }
    }
}
