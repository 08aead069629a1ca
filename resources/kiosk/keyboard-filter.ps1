# As an administrator, once Keyboard Filter is on and the computer has been restarted.
$where = @{ Namespace = 'root\standardcimv2\embedded' }
# Every combination that Windows knows, its own key, and keys that start programs:
# but not Ctrl, Alt and Shift by themselves, which staff and people who type need.
Get-CimInstance @where -ClassName WEKF_PredefinedKey |
    Where-Object { $_.Id -like '*+*' -or $_.Id -match '^(L|R)?Win' -or $_.Id -match '^(Browser|Launch)' } |
    ForEach-Object { $_.Enabled = $true; Set-CimInstance -CimInstance $_ }
# No sticky keys by Shift five times, and their like; administrators are not filtered.
Get-CimInstance @where -ClassName WEKF_Settings |
    Where-Object { $_.Name -in 'ForceOffAccessibility', 'DisableKeyboardFilterForAdministrators' } |
    ForEach-Object { $_.Value = 'true'; Set-CimInstance -CimInstance $_ }
