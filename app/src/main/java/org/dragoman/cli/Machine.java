package org.dragoman.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a measurement was made on. Linux tells more than other systems. */
final class Machine {
    private Machine() {}

    /** Processor, Java, heap, and how busy the machine is, but nothing by which to find it. */
    static String describe() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s %s, Java %s, heap up to %d MB%s",
                entry("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                load < 0 ? "" : String.format(Locale.ROOT, ", load %.1f before", load));
    }

    /** Seconds since Java started. */
    static double age() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    /** The most memory that this process has had so far. */
    static String memory() {
        long heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return "heap " + (heap >> 20) + " MB"
                + entry("/proc/self/status", "VmHWM")
                        .map(resident -> ", resident " + (Long.parseLong(resident.replaceAll("\\D", "")) >> 10) + " MB")
                        .orElse("")
                + " at most";
    }

    /** What a file of lines "key : value" says, if there is such a file. */
    private static Optional<String> entry(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException otherSystem) {
            return Optional.empty();
        }
    }
}
