package org.dragoman.watch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses, such as {@code 10.0.0.0/8}.
 *
 * @param length bytes of an address: 4 or 16
 * @param prefix the bits that all have in common
 * @param bits how many these are
 */
record AddressBlock(int length, BigInteger prefix, int bits) {
    /** @throws IllegalArgumentException if it isn't one */
    static AddressBlock parse(String written) {
        int slash = written.indexOf('/');
        if (!written.matches("[0-9a-f:.]+/\\d{1,3}")) {
            throw new IllegalArgumentException("no block of addresses: " + written);
        }
        try {
            byte[] address = InetAddress.getByName(written.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(written.substring(slash + 1));
            if (bits > address.length * Byte.SIZE) {
                throw new IllegalArgumentException("too many bits: " + written);
            }
            return new AddressBlock(address.length, prefix(address, bits), bits);
        } catch (UnknownHostException broken) {
            throw new IllegalArgumentException("no block of addresses: " + written, broken);
        }
    }

    boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == length && prefix(bytes, bits).equals(prefix);
    }

    private static BigInteger prefix(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
