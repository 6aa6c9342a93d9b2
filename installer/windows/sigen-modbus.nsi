; The Windows installer, compiled by makeinstaller.cmake, which defines
;   VERSION  PAYLOAD_FILES (FOLDER/*)  LICENSE  ICON  HOMEPAGE  KILOBYTES  OUTPUT
;   UNINSTALL_FILES: the commands by which the uninstaller removes the payload
;   HAS_WINDOW when the payload has the window and not the command line alone
;
; For one user or for all; an older version is replaced where it is. Silent: /S, with /AllUsers or /CurrentUser,
; /DESKTOP=1 for the icon on the desktop, and /D=FOLDER last. Exit code 2 when a program is still running, or the older
; version cannot be removed for another reason.

; NSIS as its authors publish it makes 32-bit installers only, Debian's makes 64-bit ones as well. Either serves: what
; differs for a 32-bit program on 64-bit Windows, the registry's view and the folder for programs, is named below.
!if /FileExists "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
    Target amd64-unicode
!else
    Unicode true
!endif
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10

!define NAME "Sigen Modbus"
!define KEY "SigenModbus"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${KEY}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_FUNCTION KeepGivenFolder
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} installer"
VIAddVersionKey CompanyName "The Sigen Modbus authors"
VIAddVersionKey LegalCopyright "Copyright 2026 The Sigen Modbus authors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(FirewallNote)"
!define MUI_FINISHPAGE_TEXT_LARGE
!ifdef HAS_WINDOW
    !define MUI_FINISHPAGE_RUN
    !define MUI_FINISHPAGE_RUN_FUNCTION StartAsTheUser
!endif
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString FirewallNote ${LANG_ENGLISH} "${NAME} only connects to other devices, so it needs no exception in the Windows firewall.$\r$\n$\r$\nOne case is different: a simulated gateway that other computers may reach (sigen-modbus-cli simulate --bind). Then Windows asks; allow private networks only."
LangString FirewallNote ${LANG_GERMAN} "${NAME} verbindet sich nur mit anderen Geräten und braucht deshalb keine Ausnahme in der Windows-Firewall.$\r$\n$\r$\nEin Fall ist anders: ein simuliertes Gateway, das andere Computer erreichen sollen (sigen-modbus-cli simulate --bind). Dann fragt Windows nach; erlauben Sie nur private Netzwerke."
LangString Running ${LANG_ENGLISH} "${NAME} is running. Close it, then try again."
LangString Running ${LANG_GERMAN} "${NAME} läuft noch. Beenden Sie es und versuchen Sie es dann erneut."
LangString NotRemoved ${LANG_ENGLISH} "The older version could not be removed. Close ${NAME}, then try again."
LangString NotRemoved ${LANG_GERMAN} "Die ältere Version konnte nicht entfernt werden. Beenden Sie ${NAME} und versuchen Sie es dann erneut."
LangString TooOld ${LANG_ENGLISH} "${NAME} needs 64-bit Windows 10 or later."
LangString TooOld ${LANG_GERMAN} "${NAME} braucht Windows 10 oder neuer mit 64 Bit."
LangString Programs ${LANG_ENGLISH} "Programs"
LangString Programs ${LANG_GERMAN} "Programme"
LangString DesktopIcon ${LANG_ENGLISH} "Icon on the desktop"
LangString DesktopIcon ${LANG_GERMAN} "Symbol auf dem Desktop"

; A program that runs can't be replaced. Windows lets its file be renamed but not be written.
!macro RefuseWhileRunning PROGRAM
    ${Do}
        ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
            ${ExitDo}
        ${EndIf}
        ClearErrors
        FileOpen $0 "$INSTDIR\${PROGRAM}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 2
        Quit
    ${Loop}
!macroend

Section "$(Programs)" SectionPrograms
    SectionIn RO
    !insertmacro RefuseWhileRunning "sigen-modbus.exe"
    !insertmacro RefuseWhileRunning "sigen-modbus-cli.exe"

    ; The older version goes first, so that no library of it stays behind. "_?=" makes its uninstaller wait; then it
    ; can't remove itself.
    ReadRegStr $1 SHCTX "${UNINSTALL_KEY}" "UninstallString"
    ReadRegStr $2 SHCTX "Software\${KEY}" "Folder"
    ${If} $1 != ""
    ${AndIf} $2 != ""
    ${AndIf} ${FileExists} "$2\uninstall.exe"
        ${Do}
            ClearErrors
            ExecWait '"$2\uninstall.exe" /S /$MultiUser.InstallMode /KEEP _?=$2' $3
            ${IfNot} ${Errors}
            ${AndIf} $3 == 0
                ${ExitDo}
            ${EndIf}
            MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(NotRemoved)" /SD IDCANCEL IDRETRY +3
            SetErrorLevel 2
            Quit
        ${Loop}
        Delete "$2\uninstall.exe"
        RMDir "$2"
    ${EndIf}

    SetOutPath "$INSTDIR"
    File /r "${PAYLOAD_FILES}"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    !ifdef HAS_WINDOW
        CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\sigen-modbus.exe"
    !endif

    WriteRegStr SHCTX "Software\${KEY}" "Folder" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\uninstall.exe"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The Sigen Modbus authors"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
    WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
    DetailPrint "$(FirewallNote)"
SectionEnd

!ifdef HAS_WINDOW
Section /o "$(DesktopIcon)" SectionDesktop
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\sigen-modbus.exe"
SectionEnd
!endif

Section Uninstall
    !insertmacro RefuseWhileRunning "sigen-modbus.exe"
    !insertmacro RefuseWhileRunning "sigen-modbus-cli.exe"
    !include "${UNINSTALL_FILES}"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    ; An upgrade leaves the desktop as the user has it, and removes this uninstaller when it has ended.
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/KEEP" $1
    ${If} ${Errors}
        Delete "$DESKTOP\${NAME}.lnk"
        ; What runs is a copy. The program that made it may need a moment to end, and holds its folder until then.
        ${For} $2 1 20
            ClearErrors
            Delete "$INSTDIR\uninstall.exe"
            RMDir "$INSTDIR"
            ${IfNot} ${Errors}
                ${ExitFor}
            ${EndIf}
            Sleep 100
        ${Next}
    ${EndIf}
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"
    DeleteRegKey SHCTX "Software\${KEY}"
SectionEnd

; What /D= says, which the mode's own folder would replace.
Var GivenFolder
Function KeepGivenFolder
    ${If} $GivenFolder != ""
        StrCpy $INSTDIR $GivenFolder
    ${EndIf}
FunctionEnd

Function .onInit
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
        SetErrorLevel 3
        Quit
    ${EndIf}
    SetRegView 64
    StrCpy $GivenFolder $INSTDIR
    !insertmacro MULTIUSER_INIT
    !insertmacro MUI_LANGDLL_DISPLAY
    !ifdef HAS_WINDOW
        ${GetParameters} $0
        ${GetOptions} $0 "/DESKTOP=" $1
        ${If} $1 == "1"
            SectionSetFlags ${SectionDesktop} ${SF_SELECTED}
        ${EndIf}
    !endif
FunctionEnd

Function un.onInit
    SetRegView 64
    !insertmacro MULTIUSER_UNINIT
FunctionEnd

!ifdef HAS_WINDOW
; Not as the administrator that the installer may be.
Function StartAsTheUser
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\sigen-modbus.exe"'
FunctionEnd
!endif
