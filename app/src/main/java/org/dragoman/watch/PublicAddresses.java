package org.dragoman.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dragoman.table.Table;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the addresses behind hosts' names and gives only public ones. The client connects to the very addresses that were looked at: a name
 * that means something else a moment later (DNS rebinding) gains nothing. Immutable.
 */
final class PublicAddresses implements SocketAddressResolver {
    private static final int NAT64_BYTES = 12;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final List<AddressBlock> NOT_PUBLIC = Table.rows(PublicAddresses.class, "not-public.tsv", 2).stream()
            .map(row -> {
                try {
                    return AddressBlock.parse(row.cell(0));
                } catch (IllegalArgumentException broken) {
                    throw row.problem(String.valueOf(broken.getMessage()));
                }
            })
            .toList();

    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.parse("2000::/3");

    /** A host that may not be asked. */
    static final class NotPublicException extends IOException {
        private static final long serialVersionUID = 1L;

        NotPublicException(String message) {
            super(message);
        }
    }

    @Override
    public void resolve(
            String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> addresses) {
        List<InetSocketAddress> allowed = new ArrayList<>();
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            addresses.failed(unknown);
            return;
        }
        for (InetAddress address : found) {
            if (isPublic(address)) {
                allowed.add(new InetSocketAddress(address, port));
            }
        }
        if (allowed.isEmpty()) {
            addresses.failed(new NotPublicException(host + " is "
                    + found[0].getHostAddress()
                    + ", not a public address; --allow-private lets a watch ask it"));
        } else {
            addresses.succeeded(allowed);
        }
    }

    /** Whether an address is one that any host on the internet may reach. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == NAT64_BYTES + 4 && Arrays.equals(bytes, 0, NAT64_BYTES, NAT64, 0, NAT64_BYTES)) {
            return isPublic(behindNat64(bytes));
        }
        return (bytes.length == 4 || GLOBAL_UNICAST.holds(address))
                && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    /** Networks without IPv4 reach it under IPv6 addresses of which it is the end (RFC 6052). */
    private static InetAddress behindNat64(byte[] address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, NAT64_BYTES, address.length));
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an address", impossible);
        }
    }
}
