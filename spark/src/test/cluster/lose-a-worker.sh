#!/bin/sh
# Reads pages on a standalone cluster on this machine, a Master and two Workers from the Maven jars, and kills one Worker and
# its executor with -9 in the middle. Every page must be there exactly once, and only lost tasks be read again.
# Usage: lose-a-worker.sh [PAGES]     (default 5000; needs dragoman-spark.jar: mvn -pl spark -am -DskipTests package)
set -eu
pages=${1:-5000}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../../../.." && pwd)
jar=$root/spark/target/dragoman-spark.jar
[ -f "$jar" ] || { echo "no $jar: run mvn -pl spark -am -DskipTests package" >&2; exit 1; }
work=$(mktemp -d)
processes=
stop() {
  # shellcheck disable=SC2086 # process ids are words
  kill $processes 2>/dev/null || true
  [ -n "${KEEP:-}" ] && echo "kept: $work" || rm -rf "$work"
}
trap stop EXIT

echo "== Spark's class path, from Maven"
[ -n "${SPARK_CP:-}" ] || {
  (cd "$root" && mvn -q -B -ntp -pl spark -am compile dependency:build-classpath -Dmdep.includeScope=provided -Dmdep.outputFile="$work/classpath")
  SPARK_CP=$(cat "$work/classpath")
}
# Workers start executors from a Spark home.
mkdir -p "$work/home/jars"
echo "$SPARK_CP" | tr ':' '\n' | grep '\.jar$' | while read -r one; do ln -sf "$one" "$work/home/jars/"; done
export SPARK_HOME="$work/home" SPARK_SCALA_VERSION=2.13
opens=$(sed -n '/<spark.opens>/,/<\/spark.opens>/p' "$root/spark/pom.xml" | sed 's/<[^>]*>//g' | tr -s ' \n' ' ')
spark() { # shellcheck disable=SC2086 # options are words
  exec java -Xmx512m $opens -cp "$SPARK_HOME/jars/*" "$@"
}

echo "== $pages different pages out of the samples' paragraphs"
mkdir "$work/pages" "$work/events"
awk -v pages="$pages" -v folder="$work/pages" '
  length($0) > 80 { gsub(/\\/, ""); gsub(/"/, "\\\""); text[count++] = $0 }
  END {
    for (i = 0; i < pages; i++) {
      first = text[i % count]; second = text[(7 * i + int(i / count) + 1) % count]
      printf "{\"url\": \"https://news.example/%d\", \"title\": \"Report number %d of the day\", \"date\": \"2024-01-%02d\", \"text\": \"%s\\n%s\"}\n",
        i, i, 1 + i % 28, first, second > (folder "/" int(i / 100) ".jsonl")
    }
  }' "$root"/samples/*.txt

echo "== Master and two Workers"
export SPARK_LOCAL_IP=127.0.0.1 SPARK_NO_DAEMONIZE=1
spark org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17077 --webui-port 18080 >"$work/master.log" 2>&1 &
processes=$!
worker() {
  spark -Dspark.worker.cleanup.enabled=false org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g \
    --webui-port "$1" --work-dir "$work/worker-$1" spark://127.0.0.1:17077 >"$work/worker-$1.log" 2>&1
}
worker 18081 &
processes="$processes $!"
worker 18082 &
doomed=$!
processes="$processes $doomed"

echo "== the job"
spark org.apache.spark.deploy.SparkSubmit --master spark://127.0.0.1:17077 --class org.dragoman.job.Main \
  --conf spark.eventLog.enabled=true --conf spark.eventLog.dir="file://$work/events" --conf spark.eventLog.compress=false \
  --conf spark.eventLog.rolling.enabled=false --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
  --conf spark.executor.memory=1500m --conf spark.default.parallelism=8 --conf spark.sql.shuffle.partitions=2 --conf spark.network.timeout=600s \
  "$jar" read "$work/store" "$work/pages" --batch day >"$work/job.log" 2>&1 &
job=$!
# The driver's log, for the event log comes late.
done_tasks() { grep -c 'Finished task .* in stage 0\.0 ' "$work/job.log" || true; }
while [ "$(done_tasks)" -lt 2 ]; do
  kill -0 $job 2>/dev/null || { tail -n 30 "$work/job.log"; exit 1; }
  sleep 2
done
executor=$(pgrep -P "$doomed" | head -n 1)
# The Worker first: it would start another executor.
kill -9 "$doomed" "$executor"
echo "killed -9: Worker $doomed and its executor $executor, after $(done_tasks) tasks"
wait $job || { tail -n 30 "$work/job.log"; exit 1; }
grep '^dragoman: ' "$work/job.log"

succeeded=$(cat "$work"/events/* | grep -c '"Event":"SparkListenerTaskEnd","Stage ID":0,.*"Reason":"Success"')
lost=$(cat "$work"/events/* | grep '"Event":"SparkListenerTaskEnd","Stage ID":0,' | grep -vc '"Reason":"Success"' || true)
echo "reading stage: $succeeded tasks succeeded, $lost were lost and read again"
# Pages of which nothing can be read are failures: together they are all, and none is there twice.
told=$(sed -n 's/^dragoman: batch day: //p' "$work/job.log" | tr -d ',' | awk '{ print $1 + $5 }')
[ "$told" = "$pages" ] || { echo "$told pages and failures, not $pages"; exit 1; }
[ "$lost" -gt 0 ] || { echo "no task was lost: the kill came too late"; exit 1; }
echo "every page is there exactly once"
