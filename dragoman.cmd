@echo off
rem Starts Dragoman on Windows; builds it first where that has not been done. DRAGOMAN_JAVA_OPTS: options for the Java machine.
setlocal
set "here=%~dp0"
set "jar=%here%app\target\dragoman.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not exist "%jar%" (
  echo dragoman: building ^(once; the first time it also downloads libraries^) 1>&2
  pushd "%here%"
  call mvn -q -B -ntp -pl app -am -DskipTests package || (popd & exit /b 1)
  popd
)
"%java%" -XX:+UseSerialGC %DRAGOMAN_JAVA_OPTS% -jar "%jar%" %*
