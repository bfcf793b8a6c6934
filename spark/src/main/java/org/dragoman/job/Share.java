package org.dragoman.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A share of a file's pages: number 2 of 5 has the pages 2, 7, 12, ... Each share reads through the whole file, which costs
 * little beside analysing its pages, and so large files spread over a cluster without being sent about in it.
 *
 * @param number from 0
 * @param of how many shares the file has
 */
record Share(InputFile file, int number, int of) implements Serializable {
    /** Small files go together into one task, but never more than these: listing them must not outgrow the task. */
    private static final int MOST_FILES = 500;

    boolean holds(long position) {
        return position % of == number;
    }

    /**
     * Divides files into tasks of about equal work.
     *
     * @param taskBytes how much of a file a task reads; a larger file is shared
     * @param leastTasks how many tasks there should be at least, where the files allow it: small inputs then use all cores
     */
    static List<List<Share>> tasks(List<InputFile> files, long taskBytes, int leastTasks) {
        long all = files.stream().mapToLong(InputFile::bytes).sum();
        long most = Math.max(1, Math.min(taskBytes, all / leastTasks));
        List<List<Share>> tasks = new ArrayList<>();
        List<Share> gathered = new ArrayList<>();
        long bytes = 0;
        for (InputFile file : files) {
            if (file.bytes() > taskBytes) {
                int of = (int) Math.min(Integer.MAX_VALUE, (file.bytes() + taskBytes - 1) / taskBytes);
                for (int number = 0; number < of; number++) {
                    tasks.add(List.of(new Share(file, number, of)));
                }
                continue;
            }
            if (!gathered.isEmpty() && (bytes + file.bytes() > most || gathered.size() == MOST_FILES)) {
                tasks.add(List.copyOf(gathered));
                gathered.clear();
                bytes = 0;
            }
            gathered.add(new Share(file, 0, 1));
            bytes += file.bytes();
        }
        if (!gathered.isEmpty()) {
            tasks.add(List.copyOf(gathered));
        }
        return tasks;
    }
}
