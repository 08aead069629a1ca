# As SYSTEM, in the folder of shell-launcher.xml; then restart the computer.
$text = Get-Content -Raw -Encoding UTF8 shell-launcher.xml
$place = Get-CimInstance -Namespace root\cimv2\mdm\dmmap -ClassName MDM_AssignedAccess
$place.ShellLauncher = [System.Net.WebUtility]::HtmlEncode($text)
Set-CimInstance -CimInstance $place
