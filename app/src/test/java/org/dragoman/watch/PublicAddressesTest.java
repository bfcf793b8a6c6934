package org.dragoman.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.7.6",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::",
                "2001:db8::1"
            })
    void refusesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "172.15.0.1", "172.32.0.1", "193.0.6.139", "2606:4700:4700::1111", "64:ff9b::101:101"
            })
    void takesWhatIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    /** Odd ways to write loopback, as hosts in addresses come. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "2130706433", "127.1", "[::1]", "[::ffff:7f00:1]"})
    void looksAtAddressesNotNames(String host) {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        new PublicAddresses().resolve(host, 80, Map.of(), new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> addresses) {
                throw new AssertionError("allowed " + addresses);
            }

            @Override
            public void failed(Throwable problem) {
                refused.set(problem);
            }
        });
        assertThat(refused.get()).hasMessageContaining("not a public address");
    }

    @Property(tries = 2_000, seed = "11")
    void nothingIsPublicThatJavaKnowsNotToBe(@ForAll @Size(4) byte[] four) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(four);
        if (address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || address.isAnyLocalAddress()) {
            assertThat(PublicAddresses.isPublic(address)).isFalse();
        }
    }

    @Property(tries = 2_000, seed = "12")
    void nothingIsPublicThatJavaKnowsNotToBeInVersionSix(@ForAll @Size(16) byte[] sixteen) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(sixteen);
        if (address.isLinkLocalAddress() || address.isMulticastAddress() || (sixteen[0] & 0xfe) == 0xfc) {
            assertThat(PublicAddresses.isPublic(address)).isFalse();
        }
    }
}
