; Installs the frozen program for everyone on a Windows machine, and on wish makes the machine a
; kiosk. Compiled as: iscc /DVersion=0.0.0 packaging\windows\kiosk.iss

#ifndef Version
  #error "Say which version: iscc /DVersion=..."
#endif

[Setup]
AppId={{6C0E6A5B-3B4F-4B52-9E0B-7B0F5E2D9A41}
AppName=Kiosk
AppVersion={#Version}
AppVerName=Kiosk {#Version}
AppPublisher=The kiosk project
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=admin
DefaultDirName={autopf}\Kiosk
DisableDirPage=yes
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=kiosk-{#Version}-windows-x64
Compression=lzma2
SolidCompression=yes
; What visitors look at is never shut by an installer: it says that files are in use instead.
CloseApplications=no
SetupLogging=yes

[Tasks]
Name: "kiosk"; Description: "Make this machine a kiosk: it logs on by itself and shows nothing else"; Flags: unchecked

[Dirs]
Name: "{commonappdata}\Kiosk"; Permissions: admins-full users-readexec
Name: "{commonappdata}\Kiosk\exhibit"; Flags: uninsneveruninstall
Name: "{commonappdata}\Kiosk\exhibit\photos"; Flags: uninsneveruninstall

[InstallDelete]
; Of an older version, no file may be left between the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\package\kiosk\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "kiosk.ps1"; DestDir: "{app}"; Flags: ignoreversion
Source: "README.txt"; DestDir: "{app}"; Flags: ignoreversion
; The exhibit belongs to staff from now on: what is there is never written again, nor removed.
Source: "..\..\content.yaml"; DestDir: "{commonappdata}\Kiosk\exhibit"; Flags: onlyifdoesntexist uninsneveruninstall

[Run]
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File ""{app}\kiosk.ps1"" -Apply -Program ""{app}\kiosk.exe"" -Content ""{commonappdata}\Kiosk\exhibit\content.yaml"""; Flags: runhidden waituntilterminated; Tasks: kiosk

[UninstallRun]
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -NonInteractive -ExecutionPolicy Bypass -File ""{app}\kiosk.ps1"" -Undo"; Flags: runhidden waituntilterminated; RunOnceId: "UndoKiosk"
