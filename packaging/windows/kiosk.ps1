<#
.SYNOPSIS
Makes a Windows machine a kiosk, and undoes that.

.DESCRIPTION
-Apply makes an account without rights, lets it log on by itself with the exhibit as its shell,
and switches off what visitors could reach beside it. What was there before is kept first, in
C:\ProgramData\Kiosk\before.json; -Undo puts all of it back. Both may be repeated. As administrator:

    powershell -ExecutionPolicy Bypass -File kiosk.ps1 -Apply
    powershell -ExecutionPolicy Bypass -File kiosk.ps1 -Undo

Where Windows has Shell Launcher (Enterprise, Education, IoT), that starts the exhibit again whenever
it ends; elsewhere the exhibit is the shell of the account by policy, and `kiosk watch` starts it again.
#>
[CmdletBinding(DefaultParameterSetName = 'Apply')]
param(
    [Parameter(ParameterSetName = 'Apply', Mandatory)] [switch] $Apply,
    [Parameter(ParameterSetName = 'Undo', Mandatory)] [switch] $Undo,
    [Parameter(ParameterSetName = 'Apply')] [string] $Program = "$PSScriptRoot\kiosk.exe",
    [Parameter(ParameterSetName = 'Apply')]
    [string] $Content = "$env:ProgramData\Kiosk\exhibit\content.yaml",
    [string] $Account = 'kiosk'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$Folder = "$env:ProgramData\Kiosk"
$Kept = "$Folder\before.json"
$Feature = 'Client-EmbeddedShellLauncher'
$Hive = 'HKEY_USERS\KioskAccount'
$Loaded = $false
$Runs = "`"$Program`" watch `"$Content`""

# Every value that is set: key, name, kind, value. USER: stands for the account's own part.
$Policies = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows'
$Current = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion'
$Logon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
$Own = 'USER:\Software\Microsoft\Windows\CurrentVersion'
$Values = @(
    # The account logs on by itself.
    @("$Logon", 'AutoAdminLogon', 'String', '1'),
    @("$Logon", 'DefaultUserName', 'String', $Account),
    @("$Logon", 'DefaultDomainName', 'String', '.'),
    @("$Logon", 'DefaultPassword', 'String', ''),
    # Nothing comes in from the edges, no lock screen, nothing before the exhibit.
    @("$Policies\EdgeUI", 'AllowEdgeSwipe', 'DWord', 0),
    @("$Policies\Personalization", 'NoLockScreen', 'DWord', 1),
    @("$Policies\OOBE", 'DisablePrivacyExperience', 'DWord', 1),
    @("$Current\Policies\System", 'EnableFirstLogonAnimation', 'DWord', 0),
    @("$Current\Policies\System", 'HideFastUserSwitching', 'DWord', 1),
    @("$Current\Policies\Explorer", 'NoDriveTypeAutoRun', 'DWord', 255),
    # No window tells of a program that failed.
    @('HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting', 'DontShowUI', 'DWord', 1),
    @('HKLM:\SYSTEM\CurrentControlSet\Control\Windows', 'ErrorMode', 'DWord', 2),
    # Windows starts anew at night only, and does not announce it.
    @("$Policies\WindowsUpdate", 'SetActiveHours', 'DWord', 1),
    @("$Policies\WindowsUpdate", 'ActiveHoursStart', 'DWord', 6),
    @("$Policies\WindowsUpdate", 'ActiveHoursEnd', 'DWord', 23),
    @("$Policies\WindowsUpdate", 'SetUpdateNotificationLevel', 'DWord', 1),
    @("$Policies\WindowsUpdate", 'UpdateNotificationLevel', 'DWord', 2),
    # Touch: no gesture of Windows, no right click by holding, no rings around fingers.
    @('USER:\Control Panel\Desktop', 'TouchGestureSetting', 'DWord', 0),
    @('USER:\Software\Microsoft\Wisp\Touch', 'TouchMode_hold', 'DWord', 0),
    @('USER:\Software\Microsoft\Wisp\Pen\SysEventParameters', 'HoldMode', 'DWord', 3),
    @('USER:\Control Panel\Cursors', 'ContactVisualization', 'DWord', 0),
    @('USER:\Control Panel\Cursors', 'GestureVisualization', 'DWord', 0),
    @('USER:\Software\Microsoft\TabletTip\1.7', 'EnableDesktopModeAutoInvoke', 'DWord', 0),
    # Keys that are held or hit five times open nothing.
    @('USER:\Control Panel\Accessibility\StickyKeys', 'Flags', 'String', '506'),
    @('USER:\Control Panel\Accessibility\Keyboard Response', 'Flags', 'String', '122'),
    @('USER:\Control Panel\Accessibility\ToggleKeys', 'Flags', 'String', '58'),
    # What Ctrl+Alt+Del offers (Sign out stays, for technicians), and what announces itself.
    @("$Own\Policies\System", 'DisableTaskMgr', 'DWord', 1),
    @("$Own\Policies\System", 'DisableLockWorkstation', 'DWord', 1),
    @("$Own\Policies\System", 'DisableChangePassword', 'DWord', 1),
    @("$Own\PushNotifications", 'ToastEnabled', 'DWord', 0)
)
# Only where there is no Shell Launcher.
$ShellByPolicy = @("$Own\Policies\System", 'Shell', 'String', $Runs)

function Read-Before {
    if (Test-Path $Kept) { Get-Content $Kept -Raw -Encoding UTF8 | ConvertFrom-Json }
}

function Save-Before($Before) {
    New-Item $Folder -ItemType Directory -Force | Out-Null
    $Before | ConvertTo-Json -Depth 5 | Set-Content "$Kept.new" -Encoding UTF8
    Move-Item "$Kept.new" $Kept -Force
}

function Get-Place([string] $Key) {
    $Key -replace '^USER:', "Registry::$Hive" -replace '^HKLM:', 'Registry::HKEY_LOCAL_MACHINE'
}

# The account's part of the registry is in a file of its profile while it is not logged on.
function Open-Hive {
    $Sid = (Get-LocalUser $Account).SID.Value
    if (Test-Path "Registry::HKEY_USERS\$Sid") { $script:Hive = "HKEY_USERS\$Sid"; return }
    $Profiles = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
    if (-not (Test-Path "$Profiles\$Sid")) {
        $Signature = '[DllImport("userenv.dll", CharSet = CharSet.Unicode)] public static extern ' +
            'int CreateProfile(string sid, string name, System.Text.StringBuilder path, uint size);'
        $Native = Add-Type -MemberDefinition $Signature -Name Profile -Namespace Kiosk -PassThru
        $Result = $Native::CreateProfile($Sid, $Account, (New-Object Text.StringBuilder 260), 260)
        if ($Result -ne 0) { throw "No profile for ${Account}: error $Result" }
    }
    $Path = (Get-ItemProperty "$Profiles\$Sid").ProfileImagePath
    & reg.exe load $script:Hive "$Path\NTUSER.DAT" | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "$Path\NTUSER.DAT cannot be opened" }
    $script:Loaded = $true
}

function Close-Hive {
    if ($Loaded) {
        [GC]::Collect()
        & reg.exe unload $Hive | Out-Null
        $script:Loaded = $false
    }
}

function Get-Value([string] $Key, [string] $Name) {
    $Place = Get-Item (Get-Place $Key) -ErrorAction SilentlyContinue
    if ($null -eq $Place -or $Place.GetValueNames() -notcontains $Name) {
        return @{ Key = $Key; Name = $Name; Kind = ''; Value = $null }
    }
    $Raw = $Place.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
    @{ Key = $Key; Name = $Name; Kind = "$($Place.GetValueKind($Name))"; Value = $Raw }
}

function Set-Value([string] $Key, [string] $Name, [string] $Kind, $Value) {
    $Place = Get-Place $Key
    if (-not (Test-Path $Place)) { New-Item $Place -Force | Out-Null }
    New-ItemProperty $Place -Name $Name -PropertyType $Kind -Value $Value -Force | Out-Null
}

function Restore-Value($Old) {
    $Place = Get-Place $Old.Key
    if ($Old.Kind) { Set-Value $Old.Key $Old.Name $Old.Kind $Old.Value }
    elseif (Test-Path $Place) { Remove-ItemProperty $Place -Name $Old.Name -ErrorAction SilentlyContinue }
}

# Shell Launcher is set through the bridge to device management, which only the system may use.
function Set-ShellLauncher([string] $Xml) {
    $Text = "$Folder\shell.xml"
    $Script = "$Folder\shell.ps1"
    Set-Content $Text $Xml -Encoding UTF8
    Set-Content $Script -Encoding UTF8 -Value @'
$ErrorActionPreference = 'Stop'
$Xml = [IO.File]::ReadAllText("$PSScriptRoot\shell.xml")
$Device = Get-CimInstance -Namespace root\cimv2\mdm\dmmap -ClassName MDM_AssignedAccess
$Device.ShellLauncher = if ($Xml.Trim()) { [Net.WebUtility]::HtmlEncode($Xml) } else { $null }
Set-CimInstance -CimInstance $Device
Remove-Item "$PSScriptRoot\shell.xml"
'@
    $Arguments = "-NoProfile -ExecutionPolicy Bypass -File `"$Script`""
    $Action = New-ScheduledTaskAction -Execute powershell.exe -Argument $Arguments
    Register-ScheduledTask KioskShell -Action $Action -User SYSTEM -RunLevel Highest -Force | Out-Null
    try {
        Start-ScheduledTask KioskShell
        for ($Try = 0; (Test-Path $Text) -and $Try -lt 60; $Try++) { Start-Sleep -Seconds 1 }
        if (Test-Path $Text) { throw 'Shell Launcher did not take its settings' }
    }
    finally {
        Unregister-ScheduledTask KioskShell -Confirm:$false
        Remove-Item $Script, $Text -ErrorAction SilentlyContinue
    }
}

function Get-ShellXml {
    $Shell = [Security.SecurityElement]::Escape($Runs)
@"
<?xml version="1.0" encoding="utf-8"?>
<ShellLauncherConfiguration
    xmlns="http://schemas.microsoft.com/ShellLauncher/2018/Configuration"
    xmlns:V2="http://schemas.microsoft.com/ShellLauncher/2019/Configuration">
  <Profiles>
    <DefaultProfile>
      <Shell Shell="%SystemRoot%\explorer.exe" />
    </DefaultProfile>
    <Profile Id="{2E0C5F0B-0E5B-4B0C-8C1A-5F6E2B1D7C33}">
      <Shell Shell="$Shell" V2:AllAppsFullScreen="true">
        <ReturnCodeActions>
          <ReturnCodeAction ReturnCode="64" Action="DoNothing" />
        </ReturnCodeActions>
        <DefaultAction Action="RestartShell" />
      </Shell>
    </Profile>
  </Profiles>
  <Configs>
    <Config>
      <Account Name="$Account" />
      <Profile Id="{2E0C5F0B-0E5B-4B0C-8C1A-5F6E2B1D7C33}" />
    </Config>
  </Configs>
</ShellLauncherConfiguration>
"@
}

function Get-FeatureState {
    $Found = Get-WindowsOptionalFeature -Online -FeatureName $Feature -ErrorAction SilentlyContinue
    if ($null -eq $Found) { '' } else { "$($Found.State)" }
}

function Get-Scheme { [regex]::Match((& powercfg.exe /getactivescheme), '[0-9a-f-]{36}').Value }

# A power plan of our own, so that the one of before stays as it was.
function New-Scheme {
    $Made = & powercfg.exe /duplicatescheme (Get-Scheme)
    $Scheme = [regex]::Match($Made, '[0-9a-f-]{36}').Value
    & powercfg.exe /changename $Scheme Kiosk | Out-Null
    foreach ($Rest in 'monitor', 'standby', 'hibernate', 'disk') {
        $Alias = @{
            monitor   = @('SUB_VIDEO', 'VIDEOIDLE')
            standby   = @('SUB_SLEEP', 'STANDBYIDLE')
            hibernate = @('SUB_SLEEP', 'HIBERNATEIDLE')
            disk      = @('SUB_DISK', 'DISKIDLE')
        }[$Rest]
        & powercfg.exe /setacvalueindex $Scheme $Alias[0] $Alias[1] 0 | Out-Null
        & powercfg.exe /setdcvalueindex $Scheme $Alias[0] $Alias[1] 0 | Out-Null
    }
    & powercfg.exe /setacvalueindex $Scheme SUB_BUTTONS PBUTTONACTION 0 | Out-Null
    & powercfg.exe /setactive $Scheme | Out-Null
    $Scheme
}

function Invoke-Apply {
    if (-not (Test-Path $Program)) { throw "$Program is missing" }
    $Before = Read-Before
    $State = Get-FeatureState
    if ($null -eq $Before) {
        $Before = [pscustomobject] @{
            Account = [bool] (Get-LocalUser $Account -ErrorAction SilentlyContinue)
            Feature = $State
            Plan    = Get-Scheme
            Ours    = ''
            Values  = @()
        }
        Save-Before $Before
    }
    if (-not (Get-LocalUser $Account -ErrorAction SilentlyContinue)) {
        New-LocalUser $Account -NoPassword -AccountNeverExpires -Description 'The exhibit' | Out-Null
        Set-LocalUser $Account -PasswordNeverExpires $true -UserMayChangePassword $false
        Add-LocalGroupMember -SID S-1-5-32-545 -Member $Account
    }
    $Wanted = if ($State) { $Values } else { $Values + , $ShellByPolicy }
    Open-Hive
    try {
        if (-not $Before.Values) {
            $Before.Values = @($Wanted | ForEach-Object { Get-Value $_[0] $_[1] })
            Save-Before $Before
        }
        foreach ($One in $Wanted) { Set-Value $One[0] $One[1] $One[2] $One[3] }
    }
    finally { Close-Hive }
    if (-not $Before.Ours) {
        $Before.Ours = New-Scheme
        Save-Before $Before
    }
    if ($State) {
        Enable-WindowsOptionalFeature -Online -FeatureName $Feature -All -NoRestart | Out-Null
        Set-ShellLauncher (Get-ShellXml)
    }
    Write-Output 'This machine is a kiosk from the next start on. To undo: kiosk.ps1 -Undo'
}

function Invoke-Undo {
    $Before = Read-Before
    if ($null -eq $Before) { Write-Output 'There is nothing to undo.'; return }
    if ($Before.Feature) {
        Set-ShellLauncher ''
        if ($Before.Feature -ne 'Enabled') {
            Disable-WindowsOptionalFeature -Online -FeatureName $Feature -NoRestart | Out-Null
        }
    }
    & powercfg.exe /setactive $Before.Plan
    if ($Before.Ours) { & powercfg.exe /delete $Before.Ours }
    $There = $null -ne (Get-LocalUser $Account -ErrorAction SilentlyContinue)
    if ($There) { Open-Hive }
    try {
        foreach ($Old in $Before.Values) {
            if ($There -or $Old.Key -notlike 'USER:*') { Restore-Value $Old }
        }
    }
    finally { Close-Hive }
    if ($There -and -not $Before.Account) {
        $Sid = (Get-LocalUser $Account).SID.Value
        Get-CimInstance Win32_UserProfile -Filter "SID = '$Sid'" | Remove-CimInstance
        Remove-LocalUser $Account
    }
    Remove-Item $Kept
    Write-Output 'This machine is as it was before, from the next start on.'
}

if ($Apply) { Invoke-Apply } else { Invoke-Undo }
